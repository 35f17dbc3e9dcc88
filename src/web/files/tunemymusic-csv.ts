import { type PlaylistEntry, playlistTitle } from '../../domain/playlists/playlist.ts';
import { writeCsv } from './csv.ts';
import { isImportable } from './importable.ts';
import { type PlaylistDocument, type PlaylistFile, recordingIdOf } from './playlist-file.ts';

const HEADINGS = ['Track name', 'Artist name', 'Album', 'Playlist name', 'Type', 'ISRC'];

/** The CSV that TuneMyMusic exports and imports: a bare header, every cell quoted, LF. */
export const tuneMyMusicCsv: PlaylistFile = {
  fileName: 'tunemymusic.csv',
  mediaType: 'text/csv; charset=utf-8',
  title: 'CSV for TuneMyMusic',
  description: 'A list to upload at TuneMyMusic, which takes it to most streaming services.',
  lacking: 'have no performer known, which the import looks for',
  carries: isImportable,
  render(document) {
    const headings = document.service === 'spotify' ? [...HEADINGS, 'Spotify - id'] : HEADINGS;
    const rows = document.entries.filter(isImportable).map((entry) => toRow(entry, document));
    const body = writeCsv(rows, { delimiter: ',', newline: '\n', quoteAll: true });
    return `${headings.join(',')}\n${body}`;
  },
};

function toRow(entry: PlaylistEntry, document: PlaylistDocument): string[] {
  const { title, performers, isrc } = entry.track;
  const album = entry.album?.title;
  const row = [title, performers.join(', '), album, playlistTitle(document), 'Playlist', isrc];
  if (document.service === 'spotify') row.push(recordingIdOf(entry, document));
  return row.map((cell) => cell ?? '');
}
