import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import type { Sealer } from '../../src/domain/services/sealer.ts';
import { SealBrokenError } from '../../src/domain/services/sealer.ts';

/** An empty database of a test's own. */
export interface TestDatabase {
  /** What `openDatabase` is given. */
  options: { file: string } | { url: string };
  /** Runs SQL behind the program's back. */
  run(sql: string): Promise<void>;
  drop(): Promise<void>;
}

export interface DatabaseKind {
  name: string;
  create(): Promise<TestDatabase>;
}

/** The databases every store is tested on: SQLite always, PostgreSQL where TEST_DATABASE_URL names a server. */
export function listDatabases(): DatabaseKind[] {
  const url = process.env.TEST_DATABASE_URL;
  if (url) return [SQLITE, { name: 'PostgreSQL', create: () => createPostgres(url) }];
  if (process.env.CI === 'true') throw new Error(`PostgreSQL must be tested here: ${HOW}`);
  return [SQLITE];
}

/** Tells once per run, from the one test file that calls it, that a database is left out. */
export function saySkippedDatabases(): void {
  if (!process.env.TEST_DATABASE_URL) process.stderr.write(`PostgreSQL tests are skipped; ${HOW}\n`);
}

const HOW =
  'set TEST_DATABASE_URL=postgres://USER:PASSWORD@HOST:5432/NAME to a server where USER may create databases';

const SQLITE: DatabaseKind = {
  name: 'SQLite',
  async create() {
    const folder = await mkdtemp(join(tmpdir(), 'reel-notes-'));
    const file = join(folder, 'reel-notes.sqlite');
    return {
      options: { file },
      async run(sql) {
        const database = new DatabaseSync(file, { timeout: 5000 });
        database.exec(sql);
        database.close();
      },
      drop: () => rm(folder, { recursive: true }),
    };
  },
};

async function createPostgres(serverUrl: string): Promise<TestDatabase> {
  const name = `reel_notes_${randomUUID().replaceAll('-', '')}`;
  await runPostgres(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    options: { url: url.href },
    run: (sql) => runPostgres(url.href, sql),
    drop: () => runPostgres(serverUrl, `drop database ${name} with (force)`),
  };
}

async function runPostgres(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A seal that anybody can read and only the same key opens. */
export function plainSealer(key = 'key'): Sealer {
  return {
    seal: async (value) => JSON.stringify({ key, value }),
    async unseal(sealed) {
      const opened: { key: string; value: unknown } = JSON.parse(sealed);
      if (opened.key !== key) throw new SealBrokenError();
      return opened.value;
    },
  };
}
