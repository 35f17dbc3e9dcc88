import { Kysely, sql } from 'kysely';
import type { ExportStore } from '../../domain/exports/export.ts';
import type { GuideFileStore, GuideStore } from '../../domain/guides/guide-store.ts';
import type { LeaseStore } from '../../domain/lease.ts';
import type { MatchStore } from '../../domain/matching/match.ts';
import type { ConnectionStore } from '../../domain/services/connection.ts';
import type { Sealer } from '../../domain/services/sealer.ts';
import { createConnectionStore } from './connection-store.ts';
import { openPostgres } from './dialects/postgres.ts';
import { openSqlite } from './dialects/sqlite.ts';
import { createExportStore } from './export-store.ts';
import { createGuideFileStore } from './guide-file-store.ts';
import { createGuideStore } from './guide-store.ts';
import type { Handle } from './handle.ts';
import { createLeaseStore } from './lease-store.ts';
import { createMatchStore } from './match-store.ts';
import { migrate } from './migrate.ts';
import type { Tables } from './tables.ts';

/** Everything the site keeps. */
export interface Database {
  guides: GuideStore;
  guideFiles: GuideFileStore;
  matches: MatchStore;
  connections: ConnectionStore;
  exports: ExportStore;
  leases: LeaseStore;
  /** True while the database answers. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}

/** Opens a SQLite file (or `:memory:`) or a PostgreSQL database, with its tables brought up to date. */
export async function openDatabase(
  options: { file: string } | { url: string },
  sealer: Sealer,
  clock: () => Date = () => new Date(),
): Promise<Database> {
  const { kysely, timeAhead, isTransient } =
    'url' in options ? await openPostgres(options.url) : openSqlite(options.file);
  const db = new Kysely<Tables>({ dialect: kysely });
  try {
    await migrate(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const handle: Handle = { db, timeAhead, isTransient, now: () => clock().toISOString() };
  return {
    guides: createGuideStore(handle),
    guideFiles: createGuideFileStore(handle),
    matches: createMatchStore(handle),
    connections: createConnectionStore(handle, sealer),
    exports: createExportStore(handle),
    leases: createLeaseStore(handle),
    isReady: () => answers(db),
    close: () => db.destroy(),
  };
}

async function answers(db: Kysely<Tables>): Promise<boolean> {
  try {
    await sql`select 1`.execute(db);
    return true;
  } catch {
    return false;
  }
}
