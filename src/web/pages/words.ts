import type { Cue, Track, Verdict } from '../../domain/guides/guide.ts';
import { formatTime } from '../../domain/guides/time.ts';
import type { Grade } from '../../domain/matching/match.ts';

/** How values of the schema are said on a page. */
export const KIND_WORDS: Record<Track['kind'], string> = {
  song: 'Song',
  score: 'Score',
  dialogue: 'Dialogue',
};

export const VERDICT_WORDS: Record<Verdict, string> = {
  supported: 'Supported',
  contradicted: 'Contradicted',
  unverified: 'Unverified',
};

export const GRADE_WORDS: Record<Grade | 'not-searched', string> = {
  same: 'The very recording',
  'other-version': 'Only another version',
  ambiguous: 'Doubtful',
  unavailable: 'Not there',
  'not-searched': 'Not searched yet',
};

const PERCEPTION_WORDS = {
  Background: 'only we hear it',
  Visual: 'the characters hear it',
} as const;

const THEME_WORDS = {
  OpeningTheme: 'opening theme',
  TitleTheme: 'title theme',
  MainTheme: 'main theme',
  SegmentTheme: 'theme of a segment',
  ClosingTheme: 'closing theme',
} as const;

const ORIGIN_WORDS = {
  PreexistingMusic: 'existed before the film',
  SpeciallyCommissionedMusic: 'written for the film',
  LibraryMusic: 'library music',
  Unknown: undefined,
} as const;

const USE_WORDS: Record<NonNullable<Cue['use']>, string> = {
  AudioLogo: 'a company’s logo',
  Background: 'background',
  Bumper: 'bumper',
  EssentialPart: 'part of the action',
  FilmTheme: 'film theme',
  IndistinguishableBackground: 'barely heard background',
  OnScreenMusic: 'played on screen',
  RolledUpCue: 'several cues in one',
  Theme: 'theme',
};

/** What is known of how a cue is heard, in a few words each. */
export function cueWords(cue: Cue): string[] {
  return [
    cue.perception && PERCEPTION_WORDS[cue.perception],
    cue.vocal && (cue.vocal === 'Vocal' ? 'sung' : 'instrumental'),
    cue.use && USE_WORDS[cue.use],
    cue.theme && THEME_WORDS[cue.theme],
    cue.origin && ORIGIN_WORDS[cue.origin],
  ].filter((word) => word !== undefined);
}

/** `0:42–2:55`, or the start alone. */
export function rangeWords({ start, end }: Cue['times'][number]): string {
  return end === undefined ? formatTime(start) : `${formatTime(start)}–${formatTime(end)}`;
}

/** `Matt Dennis (music), Earl K. Brent (words)`. */
export function writerWords(writers: Track['writers']): string {
  return writers.map(({ name, part }) => (part ? `${name} (${part})` : name)).join(', ');
}

/** Straight quotes as a printer sets them, for text that is not Markdown. */
export function typeset(text: string): string {
  return text
    .replace(/(^|[\s([{/–—-])"/g, '$1“')
    .replaceAll('"', '”')
    .replace(/(^|[\s([{/“–—-])'(?!\d0s)/g, '$1‘')
    .replaceAll("'", '’');
}

/** `one track`, `3 tracks`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return n === 1 ? `one ${one}` : `${n} ${many}`;
}

/** `a, b and c`. */
export function listWords(words: string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** `21 November 2026` from an ISO time. */
export function dateWords(iso: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso));
}

/** Minutes of a running time in seconds: `111 min`. */
export function minuteWords(seconds: number): string {
  return `${Math.round(seconds / 60)} min`;
}
