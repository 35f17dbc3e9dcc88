/** A text of at most so many characters; only a word that would take more than half of it is cut itself. */
export function cutAtWord(text: string, length: number): string {
  if (text.length <= length) return text;
  const lastBlank = text.slice(0, length + 1).lastIndexOf(' ');
  if (lastBlank > length / 2) return text.slice(0, lastBlank);
  return withoutHalfSign(text.slice(0, length));
}

/** Without a sign's first half at the end, where the cut went through one that takes two characters. */
function withoutHalfSign(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, '');
}
