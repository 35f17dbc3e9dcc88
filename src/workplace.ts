import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type Database, openDatabase } from './adapters/database/database.ts';
import { createSealer } from './adapters/sealing/sealer.ts';
import { createGuideFolder, type GuideFolder } from './adapters/tracks/guide-folder.ts';
import type { Secrets, Settings } from './config.ts';
import { findSecretKeys } from './secret-keys.ts';

/** What the server and the commands both work with. */
export interface Workplace {
  database: Database;
  folder: GuideFolder;
  secretKeys: string[];
  /** This process's name in leases. */
  owner: string;
  close(): Promise<void>;
}

/** Opens the data folder, the database and the folder of guide files; throws sentences a person can act on. */
export async function openWorkplace(settings: Settings, secrets: Secrets): Promise<Workplace> {
  const secretKeys = findSecretKeys(settings.dataDir, secrets.secretKeys);
  const where = secrets.databaseUrl
    ? { url: secrets.databaseUrl }
    : { file: join(settings.dataDir, 'reel-notes.sqlite') };
  const database = await openDatabase(where, createSealer(secretKeys));
  return {
    database,
    folder: openFolder(settings),
    secretKeys,
    owner: randomUUID(),
    close: () => database.close(),
  };
}

/** The folder of guide files alone, for what needs no database. */
export function openFolder({ tracksDir }: Settings): GuideFolder {
  return createGuideFolder(tracksDir);
}
