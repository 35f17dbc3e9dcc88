import { type PlaylistEntry, playlistTitle } from '../../domain/playlists/playlist.ts';
import { oneLine } from './one-line.ts';
import { type PlaylistDocument, type PlaylistFile, recordingLink } from './playlist-file.ts';

/** Extended M3U in UTF-8: a comment line or two for each link. */
export const m3u8: PlaylistFile = {
  fileName: 'playlist.m3u8',
  mediaType: 'audio/x-mpegurl',
  title: 'M3U8 playlist',
  description: 'The links of the recordings, for players that open web addresses.',
  lacking: 'have no link, since it is not settled which recording they are',
  carries: (entry, document) => recordingLink(entry, document) !== undefined,
  render(document) {
    const entries = document.entries.flatMap((entry) => entryLines(entry, document));
    return ['#EXTM3U', `#PLAYLIST:${oneLine(playlistTitle(document))}`, ...entries, ''].join('\n');
  },
};

const UNKNOWN_SECONDS = -1;

function entryLines(entry: PlaylistEntry, document: PlaylistDocument): string[] {
  const link = recordingLink(entry, document);
  if (link === undefined) return [];
  const { title, performers, duration } = entry.track;
  const seconds = duration === undefined ? UNKNOWN_SECONDS : Math.round(duration);
  const name = performers.length > 0 ? `${performers.join(', ')} - ${title}` : title;
  const albumLines = entry.album ? [`#EXTALB:${oneLine(entry.album.title)}`] : [];
  return [`#EXTINF:${seconds},${oneLine(name)}`, ...albumLines, link];
}
