import type { SQLOutputValue } from 'node:sqlite';
import { z } from 'zod';
import type { CatalogRow } from './catalog-row.ts';
import { fold } from './fold.ts';
import { mappedTrackId, sandboxId } from './sandbox-id.ts';

/** One recording of the catalog on its album. `durationMs` is 0 where the catalog file gives no length. */
export interface Recording {
  id: string;
  title: string;
  artists: string[];
  albumId: string;
  album: string;
  albumType: 'album' | 'single' | 'compilation';
  albumArtists: string[];
  /** Year, month or day; `0000` when unknown, as Spotify writes it. */
  releaseDate: string;
  trackNumber: number;
  durationMs: number;
  isrc: string | undefined;
}

/** Turns a line of a catalog file into a recording and makes up what a streaming service would know. */
export function recordingFromRow(row: CatalogRow): Omit<Recording, 'trackNumber'> {
  const album = row.album ?? row.title;
  const albumArtists = row.album_artists ?? row.artists.slice(0, 1);
  return {
    id: row.id === undefined ? sandboxId('track', ...row.artists, row.title, album) : mappedTrackId(row.id),
    title: row.title,
    artists: row.artists,
    albumId: sandboxId('album', fold(albumArtists.join(' ')), album),
    album,
    albumType: albumTypeOf(row, albumArtists),
    albumArtists,
    releaseDate: row.release_date ?? '0000',
    durationMs: row.duration_ms ?? 0,
    isrc: row.isrc?.toUpperCase(),
  };
}

function albumTypeOf(row: CatalogRow, albumArtists: string[]): Recording['albumType'] {
  if (albumArtists.includes('Various Artists')) return 'compilation';
  return row.album === undefined || row.album === row.title ? 'single' : 'album';
}

const jsonList = z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text)));

const storedRecording = z.object({
  id: z.string(),
  title: z.string(),
  artists: jsonList,
  album_id: z.string(),
  album: z.string(),
  album_type: z.enum(['album', 'single', 'compilation']),
  album_artists: jsonList,
  release_date: z.string(),
  track_number: z.number(),
  duration_ms: z.number(),
  isrc: z.string().nullable(),
});

/** Reads a row of the table `recordings`. */
export function recordingFromStore(row: Record<string, SQLOutputValue>): Recording {
  const stored = storedRecording.parse(row);
  return {
    id: stored.id,
    title: stored.title,
    artists: stored.artists,
    albumId: stored.album_id,
    album: stored.album,
    albumType: stored.album_type,
    albumArtists: stored.album_artists,
    releaseDate: stored.release_date,
    trackNumber: stored.track_number,
    durationMs: stored.duration_ms,
    isrc: stored.isrc ?? undefined,
  };
}
