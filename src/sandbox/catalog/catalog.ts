import type { DatabaseSync } from 'node:sqlite';
import { type Recording, recordingFromStore } from './recording.ts';
import { searchRecordings } from './search-recordings.ts';

/** The recordings that can be found and put on playlists. */
export interface Catalog {
  search(text: string, page: { limit: number; offset: number }): { recordings: Recording[]; total: number };
  findRecording(id: string): Recording | undefined;
  /** The recordings of an album in order; empty when there is no such album. */
  listAlbum(albumId: string): Recording[];
  countAlbum(albumId: string): number;
}

export function createCatalog(database: DatabaseSync): Catalog {
  const byNumber = database.prepare('select * from recordings where number = ?');
  const byId = database.prepare('select * from recordings where id = ?');
  const byAlbum = database.prepare('select * from recordings where album_id = ? order by track_number, id');
  const albumSize = database.prepare('select count(*) as total from recordings where album_id = ?');
  return {
    search(text, { limit, offset }) {
      const numbers = searchRecordings(database, text);
      const recordings = numbers.slice(offset, offset + limit).flatMap((number) => {
        const row = byNumber.get(number);
        return row === undefined ? [] : [recordingFromStore(row)];
      });
      return { recordings, total: numbers.length };
    },
    findRecording(id) {
      const row = byId.get(id);
      return row === undefined ? undefined : recordingFromStore(row);
    },
    listAlbum: (albumId) => byAlbum.all(albumId).map(recordingFromStore),
    countAlbum: (albumId) => Number(albumSize.get(albumId)?.total ?? 0),
  };
}
