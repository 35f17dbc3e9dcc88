import type { Cue, Guide, Track, Verdict } from '../guides/guide.ts';
import type { Match } from '../matching/match.ts';
import { SERVICES, type ServiceName } from '../services/service.ts';

/** How much a guide knows, in numbers. */
export interface Coverage {
  tracks: number;
  kinds: Record<Track['kind'], number>;
  onAlbum: number;
  inFilm: Record<Track['inFilm'], number>;
  /** Places that a source states, places that are only inferred, and cues with neither scene nor time. */
  cues: { total: number; withScene: number; withTime: number; inferred: number; unplaced: number };
  claims: Record<Verdict, number>;
  /** The services on which tracks have been looked for, with how many of all tracks were recognised there. */
  services: { service: ServiceName; matched: number; total: number }[];
}

/** Counts what a guide and its matches cover; `matches` may be of several services. */
export function coverage(guide: Guide, matches: Match[]): Coverage {
  return {
    tracks: guide.tracks.length,
    kinds: tally(['song', 'score', 'dialogue'], guide.tracks, ({ kind }) => kind),
    onAlbum: guide.tracks.filter(({ album }) => album !== undefined).length,
    inFilm: tally(['yes', 'no', 'unknown'], guide.tracks, isInFilm),
    cues: countCues(guide.tracks.flatMap(({ cues }) => cues)),
    claims: tally(['supported', 'contradicted', 'unverified'], listClaims(guide), ({ verdict }) => verdict),
    services: countMatches(guide, matches),
  };
}

/** Whether a track is heard in the film: what the guide says, and a track is when a source states a cue of it. */
export function isInFilm(track: Track): Track['inFilm'] {
  return track.cues.some(isStated) ? 'yes' : track.inFilm;
}

function isStated({ basis }: Cue): boolean {
  return basis === 'stated';
}

function listClaims(guide: Guide) {
  return [...guide.claims, ...guide.tracks.flatMap(({ claims }) => claims)];
}

function countCues(cues: Cue[]): Coverage['cues'] {
  const hasTime = ({ times }: Cue) => times.length > 0;
  const isPlaced = (cue: Cue) => cue.scene !== undefined || hasTime(cue);
  const stated = cues.filter(isStated);
  return {
    total: cues.length,
    withScene: stated.filter(({ scene }) => scene !== undefined).length,
    withTime: stated.filter(hasTime).length,
    inferred: cues.filter((cue) => !isStated(cue) && isPlaced(cue)).length,
    unplaced: cues.filter((cue) => !isPlaced(cue)).length,
  };
}

function countMatches(guide: Guide, matches: Match[]): Coverage['services'] {
  const tracks = new Set(guide.tracks.map(({ id }) => id));
  const known = matches.filter(({ track }) => tracks.has(track));
  return SERVICES.flatMap((service) => {
    const own = known.filter((match) => match.service === service);
    if (own.length === 0) return [];
    const matched = own.filter(({ grade, recordingId }) => grade === 'same' && recordingId).length;
    return [{ service, matched, total: tracks.size }];
  });
}

function tally<K extends string, T>(names: K[], things: T[], nameOf: (thing: T) => K): Record<K, number> {
  const counts = Object.fromEntries(names.map((name) => [name, 0])) as Record<K, number>;
  for (const thing of things) counts[nameOf(thing)] += 1;
  return counts;
}
