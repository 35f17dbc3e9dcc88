import type { DatabaseSync } from 'node:sqlite';
import { inTransaction, isDamage, SandboxFileError } from '../database.ts';
import { listCatalogFiles, readCatalogFile, signatureOf } from './catalog-files.ts';
import { fold } from './fold.ts';
import { type Recording, recordingFromRow } from './recording.ts';

/** Raised when rows are stored in another way than before, so that a kept file is loaded anew. */
const FORM = 1;

/** A catalog file is missing or holds something that is no recording. */
export class CatalogFileError extends Error {
  override name = 'CatalogFileError';
  constructor(file: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(
      `The sandbox's catalog ${file} cannot be read (${reason}). SANDBOX_CATALOG or --catalog says which it is.`,
      { cause },
    );
  }
}

/** Fills the catalog from its files, all or nothing, unless these very files are in it already. */
export function loadCatalog(database: DatabaseSync, catalogFile: string | undefined): void {
  try {
    fillCatalog(database, listCatalogFiles(catalogFile));
  } catch (cause) {
    if (isDamage(cause)) throw new SandboxFileError(database.location() ?? ':memory:', cause);
    throw cause;
  }
}

function fillCatalog(database: DatabaseSync, files: string[]): void {
  const signature = `${FORM}\n${files.map(signFile).join('\n')}`;
  const loaded = database.prepare('select signature from loaded_catalog').get();
  if (loaded?.signature === signature) return;
  inTransaction(database, () => {
    clearCatalog(database);
    const add = recordingAdder(database);
    for (const file of files) {
      for (const row of readRows(file)) add(recordingFromRow(row), row.track_number);
    }
    database.prepare('insert into loaded_catalog values (?)').run(signature);
  });
}

function signFile(file: string): string {
  try {
    return signatureOf(file);
  } catch (cause) {
    throw new CatalogFileError(file, cause);
  }
}

function* readRows(file: string): ReturnType<typeof readCatalogFile> {
  try {
    yield* readCatalogFile(file);
  } catch (cause) {
    throw new CatalogFileError(file, cause);
  }
}

function clearCatalog(database: DatabaseSync): void {
  database.exec(`
    delete from loaded_catalog;
    delete from recordings;
    insert into recording_words (recording_words) values ('delete-all');
  `);
}

/** Adds recordings one by one; a row without a track number comes next on its album; a second row of one id is dropped. */
function recordingAdder(database: DatabaseSync) {
  const insertRecording = database.prepare(`
    insert or ignore into recordings
      (id, title, artists, album_id, album, album_type, album_artists, release_date, track_number, duration_ms, isrc)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const insertWords = database.prepare(
    'insert into recording_words (rowid, title, artists, album) values (?, ?, ?, ?)',
  );
  const lastTrack = new Map<string, number>();
  return (recording: Omit<Recording, 'trackNumber'>, givenNumber: number | undefined): void => {
    const trackNumber = givenNumber ?? (lastTrack.get(recording.albumId) ?? 0) + 1;
    const { changes, lastInsertRowid } = insertRecording.run(
      recording.id,
      recording.title,
      JSON.stringify(recording.artists),
      recording.albumId,
      recording.album,
      recording.albumType,
      JSON.stringify(recording.albumArtists),
      recording.releaseDate,
      trackNumber,
      recording.durationMs,
      recording.isrc ?? null,
    );
    if (changes === 0) return;
    lastTrack.set(recording.albumId, trackNumber);
    insertWords.run(
      lastInsertRowid,
      fold(recording.title),
      fold(recording.artists.join(' ')),
      fold(recording.album),
    );
  };
}
