import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The sandbox's own file cannot be used. */
export class SandboxFileError extends Error {
  override name = 'SandboxFileError';
  constructor(dataFile: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const advice = isDamage(cause)
      ? 'Delete it: a new one is made at the next start, without the playlists that were in it.'
      : 'Make it readable and writable, or end the program that uses it.';
    super(`The sandbox's file ${dataFile} cannot be used (${reason}). ${advice}`, { cause });
  }
}

/** Opens the sandbox's own file (or `:memory:`) and makes the tables that are missing. */
export function openDatabase(dataFile: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    if (dataFile !== ':memory:') mkdirSync(dirname(dataFile), { recursive: true });
    database = new DatabaseSync(dataFile);
    database.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 5000');
    database.exec(TABLES);
    return database;
  } catch (cause) {
    database?.close();
    throw new SandboxFileError(dataFile, cause);
  }
}

/** Runs `work` as one transaction: all of it is kept or nothing. */
export function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('begin immediate');
  try {
    const result = work();
    database.exec('commit');
    return result;
  } catch (error) {
    database.exec('rollback');
    throw error;
  }
}

const [CORRUPT, NOT_A_DATABASE] = [11, 26];

/** Whether SQLite says that its file is damaged: the lower bits of its result code tell (https://sqlite.org/rescode.html). */
export function isDamage(cause: unknown): boolean {
  if (!(cause instanceof Error && 'errcode' in cause && typeof cause.errcode === 'number')) return false;
  return [CORRUPT, NOT_A_DATABASE].includes(cause.errcode & 0xff);
}

/**
 * Times are milliseconds since 1970, lists are JSON. The full-text index keeps no text of its own: its row
 * numbers are those of `recordings`.
 */
const TABLES = `
create table if not exists loaded_catalog (signature text not null) strict;
create table if not exists recordings (
  number integer primary key,
  id text not null unique,
  title text not null,
  artists text not null,
  album_id text not null,
  album text not null,
  album_type text not null,
  album_artists text not null,
  release_date text not null,
  track_number integer not null,
  duration_ms integer not null,
  isrc text
) strict;
create index if not exists recordings_by_album on recordings (album_id, track_number);
create index if not exists recordings_by_isrc on recordings (isrc) where isrc is not null;
create index if not exists recordings_by_date on recordings (release_date);
create virtual table if not exists recording_words using fts5 (title, artists, album, content='');
create virtual table if not exists word_counts using fts5vocab (recording_words, row);

create table if not exists codes (
  code text primary key,
  user_id text not null,
  scope text not null,
  redirect_uri text not null,
  challenge text,
  consented_at integer not null
) strict;
create table if not exists refresh_tokens (
  token text primary key,
  user_id text not null,
  scope text not null,
  with_pkce integer not null,
  consented_at integer not null
) strict;
create table if not exists access_tokens (
  token text primary key,
  user_id text,
  scope text not null,
  expires_at integer not null
) strict;

create table if not exists playlists (
  number integer primary key autoincrement,
  id text not null unique,
  owner_id text not null,
  name text not null,
  description text,
  public integer not null,
  collaborative integer not null,
  revision integer not null,
  entries text not null,
  cover blob
) strict;
create table if not exists library (
  user_id text not null,
  uri text not null,
  primary key (user_id, uri)
) strict;
`;
