import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { listDatabases } from './databases.ts';

type Rows = Record<string, unknown>[];

/** The database of a site under test: the settings that lead to it, and a way to look behind the program's back. */
export interface SiteDatabase {
  settings: Record<string, string>;
  sql(text: string): Promise<Rows>;
  drop(): Promise<void>;
}

/** The SQLite file in the data folder, or where PostgreSQL is to be tested a database of its own there. */
export async function openSiteDatabase(dataDir: string): Promise<SiteDatabase> {
  const postgres = process.env.TEST_DATABASE_URL ? listDatabases().at(-1) : undefined;
  const database = await postgres?.create();
  if (!database || !('url' in database.options)) {
    const file = join(dataDir, 'reel-notes.sqlite');
    return { settings: {}, sql: async (text) => runSqlite(file, text), drop: async () => {} };
  }
  const { url } = database.options;
  return {
    settings: { DATABASE_URL: url, SECRET_KEY: 'a-key-for-the-tests-of-thirty-two-letters' },
    sql: (text) => runPostgres(url, text),
    drop: database.drop,
  };
}

function runSqlite(file: string, text: string): Rows {
  const database = new DatabaseSync(file, { timeout: 5000 });
  try {
    return database.prepare(text).all();
  } finally {
    database.close();
  }
}

async function runPostgres(url: string, text: string): Promise<Rows> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}
