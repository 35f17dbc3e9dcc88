import { foldKey, foldText } from './fold-text.ts';
import { ENSEMBLE_WORDS, NOBODY } from './weights.ts';

/**
 * `same`: the same names, in any order; `credit`: the first name agrees and one side names more; `partly`: some name
 * agrees; `unknown`: one side names nobody, or the two are written in different scripts.
 */
export type PerformerAgreement = 'same' | 'credit' | 'partly' | 'unknown' | 'different';

const BEST_FIRST: PerformerAgreement[] = ['same', 'credit', 'partly', 'unknown', 'different'];

/** Whether two credits mean the same performers. A credit may be one text (`A feat. B`) or a list of names. */
export function comparePerformers(wanted: string[], have: string[]): PerformerAgreement {
  const [ours, theirs] = [wanted, have].map((list) => list.filter(isSomebody)) as [string[], string[]];
  if (ours.length === 0 || theirs.length === 0) return 'unknown';
  const found = READINGS.map(({ read, best }) => worst(compareNames(read(ours), read(theirs)), best));
  const mixed = compareNames(readInverted(ours), readWhole(theirs));
  const agreement = BEST_FIRST.find((level) => level === mixed || found.includes(level)) ?? 'different';
  return agreement === 'different' && !shareScript(ours, theirs) ? 'unknown' : agreement;
}

/** The ways to read a credit, with the best agreement each can prove. */
const READINGS: { read: (list: string[]) => string[]; best: PerformerAgreement }[] = [
  { read: readWhole, best: 'same' },
  { read: readParts, best: 'same' },
  { read: readInverted, best: 'same' },
  { read: (list) => readParts(list).map(dropEnsemble), best: 'credit' },
];

function compareNames(wanted: string[], have: string[]): PerformerAgreement {
  const [ours, theirs] = [new Set(wanted), new Set(have)];
  const common = ours.intersection(theirs);
  if (common.size === 0) return 'different';
  if (ours.isSubsetOf(theirs) && theirs.isSubsetOf(ours)) return 'same';
  const hasFirst = wanted[0] !== undefined && common.has(wanted[0]);
  return hasFirst && (ours.isSubsetOf(theirs) || theirs.isSubsetOf(ours)) ? 'credit' : 'partly';
}

function worst(found: PerformerAgreement, best: PerformerAgreement): PerformerAgreement {
  return BEST_FIRST.indexOf(found) < BEST_FIRST.indexOf(best) ? best : found;
}

function isSomebody(name: string): boolean {
  const key = foldKey(name);
  return key !== '' && !NOBODY.has(key);
}

function readWhole(list: string[]): string[] {
  return list.map(nameKey);
}

/** `Sinatra, Frank` as `Frank Sinatra`. */
function readInverted(list: string[]): string[] {
  return list.map((credit) => nameKey(credit.replace(/^([^,&]+),\s*([^,&]+)$/u, '$2 $1')));
}

const JOINTS =
  /\s*[,;()[\]]+\s*|\s+(?:&|\+|\/|and|with|feat\.?|ft\.?|featuring|duet with|vs\.?|x|×)\s+|^(?:feat\.?|ft\.?|featuring|with|and)\s+/giu;

/** The single names of joint credits; players behind a leader (`& His Orchestra`) are no names. */
function readParts(list: string[]): string[] {
  const names = list.flatMap((credit) => credit.split(JOINTS).flatMap((part) => part?.split(JOINTS) ?? []));
  const named = names.map((name) => name.trim()).filter((name) => name !== '' && !isFollowing(name));
  return named.length > 0 ? named.map(nameKey) : readWhole(list);
}

function isFollowing(name: string): boolean {
  const words = foldText(name).split(' ');
  if (words.length === 1 && words[0] === 'the') return true;
  const rest = words.filter((word) => !['his', 'her', 'their', 'the'].includes(word));
  return rest.length <= 1 && rest.every((word) => ENSEMBLE_WORDS.includes(word));
}

function nameKey(name: string): string {
  return foldKey(foldText(name).replace(/^the (?=.)/, ''));
}

function dropEnsemble(key: string): string {
  const word = ENSEMBLE_WORDS.find((ensemble) => key.endsWith(ensemble) && key.length > ensemble.length + 3);
  return word === undefined ? key : key.slice(0, -word.length);
}

function shareScript(a: string[], b: string[]): boolean {
  const scripts = (list: string[]) => SCRIPTS.filter((script) => script.test(list.join(' ')));
  const [ours, theirs] = [scripts(a), scripts(b)];
  return ours.some((script) => theirs.includes(script)) || (ours.length === 0 && theirs.length === 0);
}

const SCRIPTS = [
  /[\p{Script=Latin}\p{N}]/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  /\p{Script=Hangul}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Devanagari}/u,
];
