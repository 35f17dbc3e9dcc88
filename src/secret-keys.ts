import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE_NAME = 'secret-key';

/** The data folder cannot be used. */
export class DataFolderError extends Error {
  override name = 'DataFolderError';
  constructor(folder: string, cause: unknown) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown reason';
    super(
      `The data folder ${folder} cannot be used (${code}). Make it writable, or set DATA_DIR to another one.`,
      {
        cause,
      },
    );
  }
}

/** The keys from the settings, or one made at the first start and kept in the data folder for its owner alone. */
export function findSecretKeys(dataDir: string, fromSettings: string[]): string[] {
  try {
    mkdirSync(dataDir, { recursive: true });
    return fromSettings.length > 0 ? fromSettings : [keepKey(join(dataDir, FILE_NAME))];
  } catch (cause) {
    throw new DataFolderError(dataDir, cause);
  }
}

function keepKey(path: string): string {
  try {
    writeFileSync(path, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(path, 'utf8').trim();
}
