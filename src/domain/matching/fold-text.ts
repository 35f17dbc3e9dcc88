import { plainLetters } from '../plain-letters.ts';

/** Before anything else: some of them would be taken apart into a blank and an accent. */
const APOSTROPHES = /['’‘ʼ`´′＇]/gu;

/**
 * Text as titles and names are compared: lower case, no accents, no apostrophes, `and` for `&`, one blank between
 * words. Marks of scripts where they are letters of their own (Devanagari, kana) stay. Text without any letter or
 * number keeps its signs, so that a song called `?` is not nothing.
 */
export function foldText(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(APOSTROPHES, "'")
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD');
  const unmarked = plain
    .replace(/[\p{Cf}']/gu, '')
    .replace(/(?<=\p{L})\$|\$(?=\p{L})/gu, 's')
    .replace(/([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu, '$1');
  const lettered = plainLetters(unmarked)
    .replace(/[&+]/g, ' and ')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .replace(/(?<= )n(?= )/g, 'and')
    .normalize('NFC')
    .trim();
  return lettered === '' || lettered === 'and'
    ? plain.normalize('NFC').replace(/\s+/gu, ' ').trim()
    : lettered;
}

/** Folded text without blanks, so that `R.E.M.` is `REM` and `Some Day` is `Someday`. */
export function foldKey(text: string): string {
  return foldText(text).replaceAll(' ', '');
}

/** True when the phrase stands in folded text as whole words. */
export function hasPhrase(folded: string, phrase: string): boolean {
  return ` ${folded} `.includes(` ${phrase} `);
}
