import type { Guide, Track } from './guide.ts';
import type { SearchEntry } from './guide-store.ts';
import { searchKey } from './search-key.ts';

/** Everything the search box finds in a guide: the film, and its tracks by title, people and scene. */
export function searchEntries(guide: Guide): SearchEntry[] {
  const { title, year, directors } = guide.film;
  const film: SearchEntry = {
    kind: 'film',
    text: title,
    key: searchKey([title, year, ...directors].join(' ')),
  };
  return [film, ...guide.tracks.flatMap(trackEntries)];
}

function trackEntries(track: Track): SearchEntry[] {
  const entry = (kind: SearchEntry['kind']) => (text: string) => ({
    kind,
    track: track.id,
    text,
    key: searchKey(text),
  });
  const entries = [
    ...[track.title, ...track.titleVariants].map(entry('track')),
    ...track.performers.map(entry('performer')),
    ...track.writers.map(({ name }) => name).map(entry('writer')),
    ...track.cues.flatMap(({ scene }) => scene ?? []).map(entry('scene')),
  ];
  return [...new Map(entries.map((found) => [`${found.kind} ${found.key}`, found])).values()];
}
