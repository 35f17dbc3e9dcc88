/** Letters that are no mark on another letter, and how a keyboard without them writes them. */
const LETTERS: Record<string, string> = {
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

/**
 * Text as the search box compares it: lower case, without accents, apostrophes or quotes, words one blank apart;
 * other scripts stay as they are. Keys are stored, so a change here needs every guide's entries written anew.
 */
export function searchKey(text: string): string {
  const folded = text
    .replace(/['’‘ʼ`´′"“”„«»]/gu, '')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[ßæœøđðþłħŧıς]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFC')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return folded === '' ? text.trim().toLowerCase() : folded;
}
