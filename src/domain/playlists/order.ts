import type { Cue, Guide, Track } from '../guides/guide.ts';

/** How a playlist orders a guide's tracks. */
export type PlaylistOrder = 'film' | 'album';

/** A guide's tracks in the order of the film or of its albums; those without a place follow in guide order. */
export function sortTracks(guide: Guide, order: PlaylistOrder): Track[] {
  const place = order === 'film' ? filmPlace : albumPlace(guide);
  return sortByPlace(guide.tracks, place);
}

/** Cues in film order; those without a place follow as they stand. */
export function sortCues(cues: Cue[]): Cue[] {
  return sortByPlace(cues, cuePlace);
}

/** Every cue of the tracks with its track, in film order; those without a place follow as they stand. */
export function listCues(tracks: Track[]): { track: Track; cue: Cue }[] {
  const cues = tracks.flatMap((track) => track.cues.map((cue) => ({ track, cue })));
  return sortByPlace(cues, ({ cue }) => cuePlace(cue));
}

/** Where something stands, from the coarsest number to the finest; empty when it has no place. */
type Place = number[];

function cuePlace({ order }: Cue): Place {
  return order === undefined ? [] : [order];
}

function filmPlace({ cues }: Track): Place {
  const orders = cues.flatMap(cuePlace);
  return orders.length === 0 ? [] : [Math.min(...orders)];
}

function albumPlace(guide: Guide): (track: Track) => Place {
  const albums = guide.albums.map(({ id }) => id);
  return ({ album }) => (album ? [albums.indexOf(album.id), album.disc ?? 1, album.number] : []);
}

function sortByPlace<T>(things: readonly T[], place: (thing: T) => Place): T[] {
  return things
    .map((thing) => ({ thing, at: place(thing) }))
    .toSorted((a, b) => comparePlaces(a.at, b.at))
    .map(({ thing }) => thing);
}

function comparePlaces(a: Place, b: Place): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  const step = a.findIndex((number, i) => number !== b[i]);
  return step < 0 ? 0 : (a[step] ?? 0) - (b[step] ?? 0);
}
