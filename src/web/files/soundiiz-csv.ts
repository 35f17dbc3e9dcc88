import { writeCsv } from './csv.ts';
import { isImportable } from './importable.ts';
import type { PlaylistFile } from './playlist-file.ts';

/** The import template of Soundiiz, parted by semicolons. */
export const soundiizCsv: PlaylistFile = {
  fileName: 'soundiiz.csv',
  mediaType: 'text/csv; charset=utf-8',
  title: 'CSV for Soundiiz',
  description: 'A list to upload at Soundiiz, which looks the tracks up on the service you use.',
  lacking: 'have no performer known, which the import looks for',
  carries: isImportable,
  render({ entries }) {
    const rows = entries.filter(isImportable).map(({ track, album }) => {
      return [track.title, track.performers.join(', '), album?.title ?? '', track.isrc ?? ''];
    });
    const table = [['title', 'artist', 'album', 'isrc'], ...rows];
    return writeCsv(table, { delimiter: ';', newline: '\r\n', quoteAll: false });
  },
};
