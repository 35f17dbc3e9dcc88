import { foldKey, foldText } from './fold-text.ts';
import { isAboutIssue, versionsOfTail } from './version-phrases.ts';
import { EDIT_WORDS, SOUNDTRACK_PHRASES, TELLING_WORDS, WITH_WORDS } from './weights.ts';

/** A title with what is said in brackets and after dashes sorted by what it speaks of. */
export interface CleanTitle {
  /** The title as written, without words on issue, version, guests and film. */
  text: string;
  /** `text` without its bracketed parts, unless they tell pieces apart (Part 2). */
  bare: string;
  /** Guests named in it (`feat. ...`). */
  guests: string[];
  /** Parts that name a version (`Live at the Beacon`), as written. */
  versions: string[];
  /** Parts that speak of the issue (`Remastered 2011`), as written. */
  issues: string[];
}

/** Takes a title apart. What it does not understand stays in the title. */
export function cleanTitle(title: string): CleanTitle {
  const found: Found = { guests: [], versions: [], issues: [] };
  const printable = tidy(title.replace(/[\p{Cc}\p{Cf}]+/gu, ' '));
  const text = dropTails(printable, found);
  if (foldText(text) === '')
    return { text: printable, bare: printable, guests: [], versions: [], issues: [] };
  return { text, bare: bareTitle(text), ...found };
}

export type TitleAgreement = 'same' | 'subtitle' | 'different';

/** Whether two titles name the same piece; `subtitle` when only a bracketed part is missing on one side. */
export function compareTitles(a: string, b: string): TitleAgreement {
  const [one, other] = [cleanTitle(a), cleanTitle(b)];
  const [keyA, keyB] = [titleKey(one.text), titleKey(other.text)];
  if (keyA === keyB) return 'same';
  return titleKey(one.bare) === keyB || keyA === titleKey(other.bare) ? 'subtitle' : 'different';
}

/** True when a part that speaks of the issue says that the recording was shortened. */
export function isEdit(issue: string): boolean {
  return foldText(issue)
    .split(' ')
    .some((word) => EDIT_WORDS.has(word));
}

type Found = Pick<CleanTitle, 'guests' | 'versions' | 'issues'>;

/** Takes away until nothing more goes: what stands before a tail may end in another one. */
function dropTails(title: string, found: Found): string {
  const rest = [dropBrackets, dropDashTails, dropFreeTails].reduce((text, drop) => drop(text, found), title);
  return rest === title || rest === '' ? rest : dropTails(rest, found);
}

/** Brackets that stay are marked meanwhile, so that the next pass sees the ones around them. */
const [OPEN, CLOSE] = ['\u{1}', '\u{2}'];

function dropBrackets(title: string, found: Found): string {
  let before: string;
  let text = title;
  do {
    before = text;
    text = text.replace(/[([{]([^()[\]{}]*)[)\]}]/g, (_whole, tail: string) =>
      sortTail(tail, found) ? ' ' : `${OPEN}${tail}${CLOSE}`,
    );
  } while (text !== before);
  return tidy(text.replaceAll(OPEN, '(').replaceAll(CLOSE, ')'));
}

function dropDashTails(title: string, found: Found): string {
  const match = /^(.*\S)\s+[-–—]\s+(\S.*)$/u.exec(title);
  if (!match?.[1] || !match[2]) return title;
  return sortTail(match[2], found) ? dropDashTails(match[1], found) : title;
}

/** Guests and notes on a copy that follow without brackets. */
function dropFreeTails(title: string, found: Found): string {
  const guest = /^(.*\S)\s+(?:feat\.?|ft\.|featuring)\s+(\S.*)$/iu.exec(title);
  if (guest?.[1] && guest[2]) {
    found.guests.push(guest[2]);
    return guest[1];
  }
  const copy = /^(.*\S)\s+((?:as\s+)?(?:originally performed by|in the style of|made famous by)\s.*)$/iu.exec(
    title,
  );
  if (!copy?.[1] || !copy[2]) return title;
  found.versions.push(copy[2]);
  return copy[1];
}

/** True when the part is understood and leaves the title. */
function sortTail(tail: string, found: Found): boolean {
  const folded = foldText(tail);
  const guest = /^\s*(?:feat\.?|ft\.?|featuring|with|duet with)\s+(\S.*)$/iu.exec(tail)?.[1];
  if (guest && isGuest(folded)) found.guests.push(guest);
  else if (isAboutFilm(tail, folded)) return true;
  else if (versionsOfTail(folded).size > 0) found.versions.push(tail.trim());
  else if (isAboutIssue(folded)) found.issues.push(tail.trim());
  else return false;
  return true;
}

function isGuest(folded: string): boolean {
  const [first, second = ''] = folded.split(' ');
  return first !== 'with' || !WITH_WORDS.has(second);
}

function isAboutFilm(tail: string, folded: string): boolean {
  if (/^\s*(?:music\s+)?from\s+["“”„«‘']/iu.test(tail)) return true;
  const isFromFilm =
    /^(?:music |songs? )?from (?:the )?(?:original )?(?:motion picture|film|movie|soundtrack)\b/.test(folded);
  return (
    isFromFilm ||
    SOUNDTRACK_PHRASES.some(
      (phrase) => folded === phrase || (folded.startsWith('from ') && folded.endsWith(` ${phrase}`)),
    )
  );
}

function bareTitle(text: string): string {
  const bare = tidy(
    text.replace(/[([{]([^()[\]{}]*)[)\]}]/g, (whole, part: string) =>
      tellsPiecesApart(part) ? whole : ' ',
    ),
  );
  return foldText(bare) === '' ? text : bare;
}

function tellsPiecesApart(part: string): boolean {
  return foldText(part)
    .split(' ')
    .some((word) => TELLING_WORDS.has(word) || /\d/.test(word));
}

function titleKey(title: string): string {
  const key = foldText(title).replace(/^(?:the|a|an) (?=.)/, '');
  return foldKey(key);
}

function tidy(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
