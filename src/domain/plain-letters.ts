const PLAIN: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ς: 'σ',
};

/** Lower-case text with letters that are no mark on another letter as a keyboard without them writes them. */
export function plainLetters(text: string): string {
  return text.replace(/[ßæœøđðþłħŧıς]/g, (letter) => PLAIN[letter] ?? letter);
}
