import { hasPhrase } from './fold-text.ts';
import {
  ISSUE_SIGNS,
  ISSUE_WORDS,
  LIVE_VERB_AFTER,
  LIVE_VERB_BEFORE,
  VERSION_PHRASES,
  type VersionWord,
} from './weights.ts';

type Phrases = Partial<Record<VersionWord, readonly string[]>>;

/** The versions whose phrases stand in folded text. */
export function findPhrases(folded: string, phrases: Phrases): Set<VersionWord> {
  const entries = Object.entries(phrases) as [VersionWord, readonly string[]][];
  return new Set(
    entries.flatMap(([word, list]) => (list.some((phrase) => hasPhrase(folded, phrase)) ? [word] : [])),
  );
}

/** The versions named by a folded part of a title in brackets or after a dash; empty when it names none. */
export function versionsOfTail(folded: string): Set<VersionWord> {
  const words = findPhrases(folded, VERSION_PHRASES);
  if (isLive(folded)) words.add('live');
  if (/^take (?:\d+|one|two|three|four|five)\b/.test(folded)) words.add('alternate take');
  if (words.size > 0 || isAboutIssue(folded)) return words;
  if (/ mix$/.test(folded)) return new Set(['remix']);
  return /(?:^| )(?:version|ver|versao|edit|take|arrangement|arr)$/.test(folded) ? new Set(['other']) : words;
}

/** True for a folded part made of words on the issue alone, or for a year. */
export function isAboutIssue(folded: string): boolean {
  if (/^(?:19|20)\d\d$/.test(folded)) return true;
  const words = folded.split(' ');
  return (
    words.every((word) => ISSUE_WORDS.has(word) || isNumber(word)) &&
    words.some((word) => ISSUE_SIGNS.has(word))
  );
}

function isNumber(word: string): boolean {
  return /^\d+(?:th|st|nd|rd)?$/.test(word);
}

/** The adjective, not the verb: it leads the part (`live at`, `live 1994`) or ends it (`recorded live`). */
function isLive(folded: string): boolean {
  const words = folded.split(' ');
  if (words[0] === 'live') return !LIVE_VERB_BEFORE.includes(words[1] ?? '');
  if (words.at(-1) === 'live') return !LIVE_VERB_AFTER.includes(words.at(-2) ?? '');
  return /(?:^| )live (?:at|in|from|on|version|session|recording|take)(?: |$)/.test(folded);
}
