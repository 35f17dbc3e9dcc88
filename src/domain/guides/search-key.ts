import { plainLetters } from '../plain-letters.ts';

/**
 * Text as the search box compares it: lower case, without accents, apostrophes or quotes, words one blank apart;
 * other scripts stay as they are. Text without any letter or number keeps its signs, and control characters are
 * never part of a key. Keys are stored, so a change here needs every guide's entries written anew.
 */
export function searchKey(text: string): string {
  const visible = text.replace(/\p{Cc}+/gu, ' ').trim();
  const folded = visible
    .replace(/['’‘ʼ`´′"“”„«»]/gu, '')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  const key = plainLetters(folded)
    .normalize('NFC')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return key === '' ? visible.toLowerCase() : key;
}
