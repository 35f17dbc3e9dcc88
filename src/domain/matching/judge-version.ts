import type { Recording } from '../services/recording.ts';
import { cleanTitle } from './clean-title.ts';
import { foldText } from './fold-text.ts';
import type { Penalty } from './match.ts';
import { versionsOfTail } from './version-phrases.ts';
import { versionWords } from './version-words.ts';
import type { WantedTrack } from './wanted-track.ts';
import { ISSUE_WORDS, VERSION_PHRASES, VERSION_WEIGHTS, type VersionWord, WEIGHTS } from './weights.ts';

const SENTENCES: Record<VersionWord, string> = {
  live: 'This is a live recording.',
  acoustic: 'This is an acoustic version.',
  instrumental: 'This is an instrumental version.',
  demo: 'This is a demo.',
  'alternate take': 'This is another take.',
  're-recorded': 'This is a later new recording.',
  remix: 'This is a remix.',
  cover: 'This is a cover or a tribute.',
  karaoke: 'This is a karaoke version.',
  'sped up': 'This is a sped-up version.',
  slowed: 'This is a slowed-down version.',
  extended: 'This is an extended version.',
  reprise: 'This is the reprise.',
  other: 'This is another version.',
};

const NAMES: Record<VersionWord, string> = {
  live: 'the live recording',
  acoustic: 'the acoustic version',
  instrumental: 'the instrumental version',
  demo: 'the demo',
  'alternate take': 'an alternate take',
  're-recorded': 'the new recording',
  remix: 'the remix',
  cover: 'a cover',
  karaoke: 'the karaoke version',
  'sped up': 'the sped-up version',
  slowed: 'the slowed-down version',
  extended: 'the extended version',
  reprise: 'the reprise',
  other: 'a version of its own',
};

/** Names of the penalties that mean another version of the piece. */
export const VERSION_PENALTY = 'version';

/** Compares version words both ways: what the candidate says unasked, and what it was asked for and does not say. */
export function judgeVersion(
  wanted: WantedTrack,
  title: string,
  recording: Recording,
  isOnAlbum: boolean,
): Penalty[] {
  const asked = new Set(wanted.versions);
  const { own, album } = versionWords(recording);
  const said = isOnAlbum ? own : own.union(album);
  const extra = [...said.difference(asked)].map((word) => hadNotAsked(word, isOnAlbum));
  const missing = [...asked.difference(own.union(album))].filter((word) => !(isOnAlbum && word === 'live'));
  return [...extra, ...missing.map(askedNotHad), ...judgeTake(title, recording.title)];
}

/** On the very album that the guide names, a live word only says more than the guide. */
function hadNotAsked(word: VersionWord, isOnAlbum: boolean): Penalty {
  const points = isOnAlbum && word === 'live' ? WEIGHTS.forgivenVersion : VERSION_WEIGHTS[word];
  return { name: VERSION_PENALTY, points, reason: SENTENCES[word] };
}

function askedNotHad(word: VersionWord): Penalty {
  return {
    name: VERSION_PENALTY,
    points: WEIGHTS.missingVersion,
    reason: `The guide means ${NAMES[word]}; this one does not say that it is.`,
  };
}

/** Live in another place, or remixed by somebody else. */
function judgeTake(wanted: string, have: string): Penalty[] {
  const [ours, theirs] = [takeWords(wanted), takeWords(have)];
  if (ours.size === 0 || theirs.size === 0) return [];
  if (ours.isSubsetOf(theirs) || theirs.isSubsetOf(ours)) return [];
  const reason = `It is marked “${cleanTitle(have).versions.join(', ')}”; the guide has “${cleanTitle(wanted).versions.join(', ')}”.`;
  return [{ name: VERSION_PENALTY, points: WEIGHTS.otherTake, reason }];
}

const COMMON_WORDS = new Set(
  [
    ...Object.values(VERSION_PHRASES).flat(),
    'live',
    'at',
    'in',
    'from',
    'on',
    'of',
    'a',
    'and',
    'mix',
    'take',
    'recorded',
    'by',
  ]
    .flatMap((phrase) => phrase.split(' '))
    .filter((word) => !ISSUE_WORDS.has(word)),
);

/** The words of a title's version parts that name a place, a date or a person. */
function takeWords(title: string): Set<string> {
  const tails = cleanTitle(title)
    .versions.map(foldText)
    .filter((tail) => versionsOfTail(tail).size > 0);
  const words = tails.flatMap((tail) => tail.split(' '));
  return new Set(words.filter((word) => !COMMON_WORDS.has(word) && !ISSUE_WORDS.has(word)));
}
