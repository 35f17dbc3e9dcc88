import type { Cue, Guide } from '../../domain/guides/guide.ts';
import { formatTime } from '../../domain/guides/time.ts';
import { isInFilm } from '../../domain/playlists/coverage.ts';
import type { PlaylistEntry } from '../../domain/playlists/playlist.ts';
import { firstSentences } from '../markdown.ts';
import { findEdition } from './find-edition.ts';

const NOTES_LENGTH = 400;

/** Where an entry is heard and how its notes begin, in plain text; undefined when there is nothing to say. */
export function describeEntry(entry: PlaylistEntry, guide: Guide): string | undefined {
  const { track, cues } = entry;
  const sentences = cues.flatMap((cue) => describeCue(cue, guide) ?? []).map(endSentence);
  if (isInFilm(track) === 'no') sentences.push('Not heard in the film.');
  if (track.notes) sentences.push(firstSentences(track.notes, NOTES_LENGTH));
  return sentences.length > 0 ? sentences.join(' ') : undefined;
}

/** `0:42–2:55 (cinema): Opening titles`; a scene that gives the story away is left out. */
export function describeCue(cue: Cue, guide: Guide): string | undefined {
  const parts = [describeTimes(cue, guide), cue.spoiler ? undefined : describeScene(cue)];
  const known = parts.filter((part) => part !== undefined);
  return known.length > 0 ? known.join(': ') : undefined;
}

function endSentence(words: string): string {
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}

function describeTimes(cue: Cue, guide: Guide): string | undefined {
  if (cue.times.length === 0) return undefined;
  const ranges = cue.times.map(({ start, end }) =>
    end === undefined ? formatTime(start) : `${formatTime(start)}–${formatTime(end)}`,
  );
  const edition = findEdition(cue, guide);
  return edition ? `${ranges.join(', ')} (${edition.name})` : ranges.join(', ');
}

function describeScene({ scene, basis }: Cue): string | undefined {
  const words = scene?.replace(/[.\s]+$/, '');
  return words && basis === 'inferred' ? `${words} (inferred)` : words;
}
