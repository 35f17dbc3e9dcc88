import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readGuideFile } from '../src/adapters/tracks/read-guide-file.ts';
import type { Guide, Track } from '../src/domain/guides/guide.ts';
import { ROOT } from './site.ts';

export const LONG_GUIDE_TRACKS = 500;

/** The guide that the site ships. */
export async function loadGuide(): Promise<Guide> {
  const name = 'leaving-las-vegas.yaml';
  return parseGuide(await readFile(join(ROOT, 'tracks', name), 'utf8'), name);
}

/** The tests' guide that uses every field, with its tracks repeated, each copy under ids of its own and on no album. */
export async function loadLongGuide(): Promise<Guide> {
  const name = 'night-bus.yaml';
  const guide = parseGuide(await readFile(join(ROOT, 'tests', 'fixtures', 'guides', name), 'utf8'), name);
  const copies = Array.from({ length: LONG_GUIDE_TRACKS }, (_, i) => {
    const track = guide.tracks[i % guide.tracks.length];
    return track ? [copyTrack(track, i)] : [];
  });
  return { ...guide, tracks: copies.flat() };
}

/** The guide in a file that must be right. */
export function parseGuide(text: string, name: string): Guide {
  const { guide, problems } = readGuideFile(text, name);
  if (!guide) throw new Error(`${name} has ${problems.length} problems, first: ${problems[0]?.message}`);
  return guide;
}

function copyTrack(track: Track, number: number): Track {
  const rename = <T extends { id: string }>(thing: T) => ({
    ...thing,
    id: `${thing.id}-copy-${number}`,
    formerly: [],
  });
  return {
    ...rename(track),
    album: undefined,
    cues: track.cues.map(rename),
    listeningPoints: track.listeningPoints.map(rename),
    claims: track.claims.map(rename),
  };
}
