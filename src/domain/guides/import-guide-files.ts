import { DamagedDataError } from '../damaged-data-error.ts';
import { holdLease, LeaseTakenError } from '../hold-lease.ts';
import type { Lease, LeaseStore } from '../lease.ts';
import { decideImport, type ImportDecision } from './decide-import.ts';
import type { Guide } from './guide.ts';
import type { GuideFolder } from './guide-folder.ts';
import { hashGuide } from './guide-hash.ts';
import {
  type GuideFile,
  type GuideFileStore,
  type GuideStore,
  RevisionConflictError,
  SlugTakenError,
} from './guide-store.ts';
import type { Conflict } from './merge-guides.ts';

/** What became of a guide file. */
export type ImportReport = { path: string } & (
  | { outcome: 'created' | 'updated' | 'merged'; guide: string; revision: number }
  | { outcome: 'unchanged'; guide: string }
  /** It equals an older revision, which is never brought back by itself. */
  | { outcome: 'older'; guide: string; revision: number; newest: number }
  | { outcome: 'conflict'; guide: string; message: string; conflicts: Conflict[] }
  | { outcome: 'damaged'; problems: string[] }
);

export interface Import {
  folder: GuideFolder;
  guides: GuideStore;
  guideFiles: GuideFileStore;
  leases: LeaseStore;
  /** This process's name in leases. */
  owner: string;
  /** Who the new revisions are by. */
  author: string;
  /** How to let milliseconds pass, while another process imports. */
  wait: (milliseconds: number) => Promise<unknown>;
}

/** Another process holds the import and does not end. */
export class ImportBusyError extends Error {
  override name = 'ImportBusyError';
  constructor(cause: LeaseTakenError) {
    super('Another process is importing the guide files and has not ended. Try again when it has.', {
      cause,
    });
  }
}

const LEASE_SECONDS = 30;

/**
 * Brings the folder's guide files into the database, one at a time. While another process is at it this one waits,
 * and then finds everything unchanged; throws ImportBusyError when that takes too long.
 */
export async function importGuideFiles(work: Import): Promise<ImportReport[]> {
  const { leases, owner, wait } = work;
  const wish = { leases, name: 'import-guide-files', owner, seconds: LEASE_SECONDS, wait };
  try {
    return await holdLease(wish, (lease) => importAll(work, lease));
  } catch (error) {
    throw error instanceof LeaseTakenError ? new ImportBusyError(error) : error;
  }
}

async function importAll(work: Import, lease: Lease): Promise<ImportReport[]> {
  const reports: ImportReport[] = [];
  const paths = await work.folder.listFiles();
  for (const path of paths) {
    if (!(await work.leases.renewLease(lease, LEASE_SECONDS))) return reports;
    reports.push(await importUndamaged(work, path));
  }
  await forgetConflicts(work, new Set(paths));
  return reports;
}

/** A guide whose stored revisions are damaged must not keep the others out. */
async function importUndamaged(work: Import, path: string): Promise<ImportReport> {
  try {
    return await importFile(work, path);
  } catch (error) {
    if (!(error instanceof DamagedDataError)) throw error;
    return {
      path,
      outcome: 'damaged',
      problems: [`${path} has nothing to be compared with: ${error.message}`],
    };
  }
}

async function importFile(work: Import, path: string): Promise<ImportReport> {
  const file = await work.folder.readFile(path);
  if (!file.guide) return { path, outcome: 'damaged', problems: file.problems };
  const known = await work.guideFiles.findGuideFile(path);
  for (;;) {
    const decision = await decideImport(file, known, work.guides);
    try {
      return await carryOut(work, { path, fileHash: file.fileHash, guide: file.guide, known }, decision);
    } catch (error) {
      // Somebody published in between: decide again from what is there now.
      if (!(error instanceof RevisionConflictError)) throw error;
    }
  }
}

interface ImportedFile {
  path: string;
  fileHash: string;
  guide: Guide;
  known: GuideFile | undefined;
}

async function carryOut(work: Import, file: ImportedFile, decision: ImportDecision): Promise<ImportReport> {
  const { path, guide } = file;
  switch (decision.action) {
    case 'create':
      return await publish(work, file, { outcome: 'created', content: guide });
    case 'update':
      return await publish(work, file, {
        outcome: 'updated',
        content: guide,
        parent: decision.newest.number,
      });
    case 'merge': {
      const { guide: content, newest, baseHash } = decision;
      return await publish(work, file, { outcome: 'merged', content, parent: newest.number, baseHash });
    }
    case 'keep':
      await remember(work, file, decision.newest.guide, decision.baseHash);
      return { path, outcome: 'unchanged', guide: decision.newest.guide };
    case 'skip':
      return { path, outcome: 'unchanged', guide: decision.newest.guide };
    case 'report-older': {
      const { newest, older } = decision;
      await forgetConflict(work, file.known);
      return { path, outcome: 'older', guide: newest.guide, revision: older, newest: newest.number };
    }
    case 'refuse':
      return await refuse(work, file, decision.newest.guide, decision);
  }
}

interface ImportedRevision {
  outcome: 'created' | 'updated' | 'merged';
  content: Guide;
  parent?: number;
  baseHash?: string;
}

async function publish(
  work: Import,
  file: ImportedFile,
  { outcome, content, parent, baseHash }: ImportedRevision,
): Promise<ImportReport> {
  try {
    const message = `Import ${file.path}`;
    const revision = await work.guides.publishRevision({ content, parent, author: work.author, message });
    await remember(work, file, revision.guide, baseHash);
    return { path: file.path, outcome, guide: revision.guide, revision: revision.number };
  } catch (error) {
    if (!(error instanceof SlugTakenError)) throw error;
    return await refuse(work, file, error.guide, { message: error.message, conflicts: [] });
  }
}

async function remember(work: Import, file: ImportedFile, guide: string, baseHash?: string): Promise<void> {
  const { path, fileHash } = file;
  await work.guideFiles.saveGuideFile({
    path,
    guide,
    fileHash,
    contentHash: hashGuide(file.guide),
    baseHash,
  });
}

/** Of a file that was never imported nothing is known but that it waits. */
const NEVER_IMPORTED = { fileHash: '', contentHash: '' };

async function refuse(
  work: Import,
  { path, known }: ImportedFile,
  guide: string,
  { message, conflicts }: { message: string; conflicts: Conflict[] },
): Promise<ImportReport> {
  await work.guideFiles.saveGuideFile({ ...NEVER_IMPORTED, ...known, path, guide, conflict: message });
  return { path, outcome: 'conflict', guide, message, conflicts };
}

async function forgetConflict(work: Import, known: GuideFile | undefined): Promise<void> {
  if (known?.conflict !== undefined) await work.guideFiles.saveGuideFile({ ...known, conflict: undefined });
}

/** A file that is gone has nothing to wait for; its guide stays. */
async function forgetConflicts(work: Import, present: Set<string>): Promise<void> {
  for (const known of await work.guideFiles.listGuideFiles()) {
    if (!present.has(known.path)) await forgetConflict(work, known);
  }
}
