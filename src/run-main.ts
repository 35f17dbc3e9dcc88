import { DatabaseTooNewError, DatabaseUnreachableError } from './adapters/database/database-errors.ts';
import { GuideFolderUnusableError } from './adapters/tracks/guide-folder.ts';
import { SettingsError } from './config.ts';
import { GuideFileChangedError } from './domain/guides/guide-folder.ts';
import { ImportBusyError } from './domain/guides/import-guide-files.ts';
import { ListenError } from './listen.ts';
import { CatalogFileError } from './sandbox/catalog/load-catalog.ts';
import { SandboxFileError } from './sandbox/database.ts';
import { DataFolderError, SecretKeyDamagedError } from './secret-keys.ts';

/** A command was called with words it does not know. */
export class UsageError extends Error {
  override name = 'UsageError';
}

const FORESEEN = [
  SettingsError,
  DataFolderError,
  SecretKeyDamagedError,
  DatabaseUnreachableError,
  DatabaseTooNewError,
  GuideFolderUnusableError,
  GuideFileChangedError,
  ImportBusyError,
  CatalogFileError,
  SandboxFileError,
  ListenError,
  UsageError,
];

/** Runs a program to its end: a foreseen refusal is a sentence and exit code 1, anything else a bug with its trace. */
export async function runMain(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    const isForeseen = FORESEEN.some((kind) => error instanceof kind);
    process.stderr.write(`${isForeseen ? (error as Error).message : sayBug(error)}\n`);
    process.exitCode = 1;
  }
}

function sayBug(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
