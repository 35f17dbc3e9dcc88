import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE_NAME = 'secret-key';
/** The least that the seals take. */
const KEY_LETTERS = 32;

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

/** The kept key is empty or cut short. */
export class SecretKeyDamagedError extends Error {
  override name = 'SecretKeyDamagedError';
  constructor(path: string) {
    super(
      `The key in ${path} is damaged. Put it back from a backup, or delete the file: a new key is then made, and visitors connect anew.`,
    );
  }
}

/** The keys from the settings, or one made at the first start and kept in the data folder for its owner alone. */
export function findSecretKeys(dataDir: string, fromSettings: string[]): string[] {
  try {
    mkdirSync(dataDir, { recursive: true });
    return fromSettings.length > 0 ? fromSettings : [keepKey(join(dataDir, FILE_NAME))];
  } catch (cause) {
    if (cause instanceof SecretKeyDamagedError) throw cause;
    throw new DataFolderError(dataDir, cause);
  }
}

function keepKey(path: string): string {
  try {
    writeFileSync(path, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const key = readFileSync(path, 'utf8').trim();
  if (key.length < KEY_LETTERS) throw new SecretKeyDamagedError(path);
  return key;
}
