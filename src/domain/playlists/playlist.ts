import type { Album, Cue, Guide, Track } from '../guides/guide.ts';
import type { Match } from '../matching/match.ts';
import { type LeftOut, leftOutReason } from './left-out.ts';
import { type PlaylistOrder, sortCues, sortTracks } from './order.ts';

/** One track of a guide's playlist. */
export interface PlaylistEntry {
  track: Track;
  /** The guide's album that has it. */
  album?: Album;
  /** In film order as far as it is known. */
  cues: Cue[];
  match?: Match;
  /** The service's id for the very recording; never that of another version. */
  recordingId?: string;
  /** A sentence for the visitor when the service has no such recording. */
  reason?: string;
}

/** A guide as a playlist on one service. */
export interface GuidePlaylist {
  guide: Guide;
  order: PlaylistOrder;
  /** Every track of the guide, carried or not. */
  entries: PlaylistEntry[];
}

/** The playlist of a guide in the wanted order; `matches` are those of one service. */
export function buildPlaylist(wish: { guide: Guide; matches: Match[]; order: PlaylistOrder }): GuidePlaylist {
  const { guide, order } = wish;
  const matches = new Map(wish.matches.map((match) => [match.track, match]));
  const entries = sortTracks(guide, order).map((track) => {
    const album = guide.albums.find(({ id }) => id === track.album?.id);
    return { track, album, cues: sortCues(track.cues), ...toDecision(matches.get(track.id)) };
  });
  return { guide, order, entries };
}

/** The tracks that the playlist cannot carry on its service, each with the reason. */
export function listLeftOut(playlist: GuidePlaylist): LeftOut[] {
  return playlist.entries.flatMap(({ track, match, reason }) => {
    if (reason === undefined) return [];
    return [{ track: track.id, title: track.title, grade: match?.grade ?? 'not-searched', reason }];
  });
}

/** `Night Bus (1999): music in film order`. */
export function playlistTitle({ guide, order }: Pick<GuidePlaylist, 'guide' | 'order'>): string {
  return `${guide.film.title} (${guide.film.year}): music in ${order} order`;
}

function toDecision(match: Match | undefined): Pick<PlaylistEntry, 'match' | 'recordingId' | 'reason'> {
  const recordingId = match?.grade === 'same' ? match.recordingId : undefined;
  return recordingId === undefined ? { match, reason: leftOutReason(match) } : { match, recordingId };
}
