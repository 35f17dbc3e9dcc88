import { usageCode } from '../../domain/guides/cue-codes.ts';
import type { Cue, Guide } from '../../domain/guides/guide.ts';
import { isInFilm } from '../../domain/playlists/coverage.ts';
import { type PlaylistEntry, playlistTitle } from '../../domain/playlists/playlist.ts';
import { findEdition } from './find-edition.ts';
import { type PlaylistDocument, type PlaylistFile, recordingIdOf, recordingLink } from './playlist-file.ts';

/** The public JSON of a playlist. Times are whole milliseconds; what is unknown is absent. */
export const json: PlaylistFile = {
  fileName: 'playlist.json',
  mediaType: 'application/json',
  title: 'JSON',
  description: 'The whole playlist for programs: tracks, cues, matches and the reasons for what is missing.',
  carries: () => true,
  render(document) {
    const { guide, order, service, entries } = document;
    const playlist = {
      title: playlistTitle(document),
      url: document.pageUrl,
      guide: guide.id,
      film: { title: guide.film.title, year: guide.film.year },
      order,
      publishedAt: document.publishedAt,
      service,
      carried: entries.filter((entry) => recordingIdOf(entry, document) !== undefined).length,
      tracks: entries.map((entry) => toTrack(entry, document)),
    };
    return `${JSON.stringify(playlist, null, 2)}\n`;
  },
};

function toTrack(entry: PlaylistEntry, document: PlaylistDocument) {
  const { track, album, cues } = entry;
  return {
    id: track.id,
    url: document.trackUrl(track.id),
    title: track.title,
    kind: track.kind,
    performers: track.performers,
    writers: track.writers,
    version: track.version,
    year: track.year,
    durationMs: toMs(track.duration),
    isrc: track.isrc,
    musicbrainz: track.musicbrainz,
    album: album && { title: album.title, disc: track.album?.disc, number: track.album?.number },
    inFilm: isInFilm(track),
    cues: cues.map((cue) => toCue(cue, document.guide)),
    match: document.service && toMatch(entry, document),
  };
}

function toCue(cue: Cue, guide: Guide) {
  return {
    id: cue.id,
    order: cue.order,
    scene: cue.scene,
    isSpoiler: cue.spoiler,
    basis: cue.basis,
    edition: findEdition(cue, guide)?.name,
    times: cue.times.map(({ start, end }) => ({ startMs: toMs(start), endMs: toMs(end) })),
    usage: usageCode(cue),
    origin: cue.origin,
  };
}

function toMatch(entry: PlaylistEntry, document: PlaylistDocument) {
  const match = entry.match?.service === document.service ? entry.match : undefined;
  return {
    grade: match?.grade ?? 'not-searched',
    recordingId: recordingIdOf(entry, document),
    url: recordingLink(entry, document),
    confidence: match?.confidence,
    reason: entry.reason,
  };
}

function toMs(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : Math.round(seconds * 1000);
}
