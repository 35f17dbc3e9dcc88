import { createHash, randomUUID } from 'node:crypto';
import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { GuideFileChangedError, type GuideFolder } from '../../domain/guides/guide-folder.ts';
import { decodeText } from './decode-text.ts';
import { formatFileProblem } from './file-problem.ts';
import { readGuideFile } from './read-guide-file.ts';
import { writeGuideFile } from './write-guide-file.ts';

export type { GuideFolder };

/** The folder of guide files cannot be listed or written. */
export class GuideFolderUnusableError extends Error {
  override name = 'GuideFolderUnusableError';
  constructor(folder: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`Cannot use the folder of guide files ${folder} (${reason}); TRACKS_DIR says where it is.`, {
      cause,
    });
  }
}

/** The guide files of a folder on this machine. */
export function createGuideFolder(folder: string): GuideFolder {
  return {
    async listFiles() {
      try {
        const entries = await readdir(folder, { withFileTypes: true });
        const names = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
        return names.filter((name) => /^[^.].*\.ya?ml$/.test(name)).sort();
      } catch (cause) {
        throw new GuideFolderUnusableError(folder, cause);
      }
    },
    async readFile(name) {
      const path = join(folder, name);
      const bytes = await readFile(path).catch(sayReason);
      if (typeof bytes === 'string') return { fileHash: '', problems: [`${path} cannot be read: ${bytes}`] };
      const { problems, ...content } = readGuideFile(bytes, name);
      const fileHash = hashBytes(bytes);
      if (content.guide) return { fileHash, guide: content.guide, basedOn: content.basedOn, problems: [] };
      return { fileHash, problems: problems.map((problem) => formatFileProblem(problem, path)) };
    },
    async writeFile(name, { guide, basedOn }, knownHash) {
      const path = join(folder, name);
      const before = await readIfThere(path);
      if (before && hashBytes(before) !== knownHash) throw new GuideFileChangedError(path);
      const text = writeGuideFile(before && decodeText(before).text, guide, basedOn);
      await replaceFile(folder, name, text);
      return hashBytes(Buffer.from(text));
    },
  };
}

function sayReason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Readers see the old file or the new one, and after a power cut too. */
async function replaceFile(folder: string, name: string, text: string): Promise<void> {
  const temporary = join(folder, `.${name}.${randomUUID()}`);
  try {
    await writeDurably(temporary, text);
    await rename(temporary, join(folder, name));
    await syncFolder(folder);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw new GuideFolderUnusableError(folder, cause);
  }
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
