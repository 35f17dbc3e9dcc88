import type { Guide } from './guide.ts';
import { hashGuide } from './guide-hash.ts';
import type { GuideFile, GuideStore, Revision } from './guide-store.ts';
import { type Conflict, mergeGuides } from './merge-guides.ts';

/** What is to be done with a guide file; `guide` is the slug its guide has now. */
export type ImportDecision =
  | { action: 'create' }
  | { action: 'update'; newest: Revision }
  | { action: 'merge'; guide: Guide; newest: Revision; baseHash: string }
  /** The newest revision says the same, or all that the file has to say. */
  | { action: 'keep'; newest: Revision; baseHash?: string }
  /** Nothing new since this file was last imported. */
  | { action: 'skip'; newest: Revision }
  | { action: 'report-older'; newest: Revision; older: number }
  | { action: 'refuse'; newest: Revision; message: string; conflicts: Conflict[] };

/** Compares a file's guide with the revisions there are and with what the file was when it was last imported. */
export async function decideImport(
  file: { guide: Guide; basedOn?: string },
  known: GuideFile | undefined,
  guides: GuideStore,
): Promise<ImportDecision> {
  const newest = await findNewest(file.guide, guides);
  if (!newest) return { action: 'create' };
  const hash = hashGuide(file.guide);
  if (hash === newest.hash) return { action: 'keep', newest };
  const older = await guides.findRevisionByHash(newest.guide, hash);
  if (older) return { action: 'report-older', newest, older: older.number };
  if (known && known.contentHash === hash && known.conflict === undefined) return { action: 'skip', newest };
  const baseHash = file.basedOn ?? known?.baseHash ?? known?.contentHash;
  if (baseHash === newest.hash) return { action: 'update', newest };
  const base = baseHash ? await guides.findRevisionByHash(newest.guide, baseHash) : undefined;
  if (!base) return { action: 'refuse', newest, message: UNKNOWN_BASE, conflicts: [] };
  return decideMerge(base, file.guide, newest);
}

const UNKNOWN_BASE =
  'there is no telling which revision it was made from; export the guide and make the change there';

/** The newest revision of the guide that the file is about, under whichever of its slugs it is known. */
async function findNewest({ id, formerly }: Guide, guides: GuideStore): Promise<Revision | undefined> {
  for (const name of [id, ...formerly]) {
    const slug = await guides.findSlug(name);
    if (slug !== undefined) return await guides.findGuide(slug);
  }
  return undefined;
}

function decideMerge(base: Revision, mine: Guide, newest: Revision): ImportDecision {
  const { guide, conflicts } = mergeGuides(base.content, mine, newest.content);
  if (!guide) {
    const isRefused = conflicts.some(({ message }) => message !== undefined);
    const message = isRefused
      ? `joined with what revision ${newest.number} has changed since revision ${base.number}, it is no guide`
      : `it changes what revision ${newest.number} has changed since revision ${base.number}`;
    return { action: 'refuse', newest, message, conflicts };
  }
  if (hashGuide(guide) === newest.hash) return { action: 'keep', newest, baseHash: base.hash };
  return { action: 'merge', guide, newest, baseHash: base.hash };
}
