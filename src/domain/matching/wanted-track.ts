import type { Guide, Track } from '../guides/guide.ts';
import { versionsOfTitle } from './version-words.ts';
import type { VersionWord } from './weights.ts';

/** What a guide says of a recording, as far as it helps to find it. */
export interface WantedTrack {
  kind: Track['kind'];
  title: string;
  /** Other titles of the same recording. */
  titleVariants: string[];
  performers: string[];
  /** The guide's album first, then the other records it was issued on, each also under its artist's name. */
  albums: string[];
  versions: VersionWord[];
  /** The year of the recording. */
  year?: number;
  durationMs?: number;
  isrc?: string;
}

/** The facts of a guide's track that a match is decided from. */
export function wantedTrack(guide: Guide, track: Track): WantedTrack {
  const album = guide.albums.find(({ id }) => id === track.album?.id);
  const albums = [...(album ? [album] : []), ...track.issuedOn].flatMap(albumNames);
  return {
    kind: track.kind,
    title: track.title,
    titleVariants: track.titleVariants,
    performers: track.performers,
    albums: [...new Set(albums)],
    versions: [...new Set<VersionWord>(track.version).union(versionsOfTitle(track.title))].sort(),
    ...(track.year !== undefined && { year: track.year }),
    ...(track.duration !== undefined && { durationMs: Math.round(track.duration * 1000) }),
    ...(track.isrc !== undefined && { isrc: track.isrc }),
  };
}

/** Services put an artist's name before a plain title: `The Docks: Live in Town`. */
function albumNames({ title, artist }: { title: string; artist?: string }): string[] {
  return artist === undefined ? [title] : [title, `${artist}: ${title}`];
}
