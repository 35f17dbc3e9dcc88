import type { Guide } from '../../domain/guides/guide.ts';
import type { PlaylistEntry } from '../../domain/playlists/playlist.ts';
import { findEdition } from './find-edition.ts';
import type { PlaylistFile } from './playlist-file.ts';
import { type Related, toXspfPlaylist, type XspfTrack } from './xspf-playlist.ts';

const MUSICBRAINZ = 'https://musicbrainz.org/doc/jspf';

/** JSPF (https://www.xspf.org/jspf) with the extensions that ListenBrainz reads. */
export const jspf: PlaylistFile = {
  fileName: 'playlist.jspf',
  mediaType: 'application/json',
  title: 'JSPF playlist',
  description: 'The same playlist as JSON, with MusicBrainz identifiers where they are known.',
  carries: () => true,
  render(document) {
    const { tracks, ...values } = toXspfPlaylist(document);
    const extension = { [`${MUSICBRAINZ}#playlist`]: { public: true } };
    const playlist = {
      ...values,
      extension,
      track: tracks.map((track) => toJspfTrack(track, document.guide)),
    };
    return `${JSON.stringify({ playlist }, null, 2)}\n`;
  },
};

function toJspfTrack({ entry, identifier, links, metas, ...values }: XspfTrack, guide: Guide) {
  const metadata = toMetadata(entry, guide);
  return {
    identifier: identifier === undefined ? undefined : [identifier],
    ...values,
    link: toList(links),
    meta: toList(metas),
    extension: metadata && { [`${MUSICBRAINZ}#track`]: { additional_metadata: metadata } },
  };
}

/** The place of the first cue: its number in film order, and its start as an ISO 8601 duration in an edition. */
function toMetadata({ cues: [cue] }: PlaylistEntry, guide: Guide) {
  const start = cue?.times[0]?.start;
  if (cue?.order === undefined && start === undefined) return undefined;
  return {
    cue: cue?.order?.toString(),
    start: start === undefined ? undefined : `PT${start}S`,
    edition: start === undefined ? undefined : findEdition(cue, guide)?.name,
  };
}

function toList(related: Related[]) {
  return related.length === 0 ? undefined : related.map(({ rel, value }) => ({ [rel]: value }));
}
