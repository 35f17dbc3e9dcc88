import { randomUUID } from 'node:crypto';
import type { Guide } from '../../domain/guides/guide.ts';
import { hashGuide } from '../../domain/guides/guide-hash.ts';
import {
  type Revision,
  RevisionConflictError,
  type RevisionDraft,
  SlugTakenError,
} from '../../domain/guides/guide-store.ts';
import { writeGuide } from '../../domain/guides/read-guide.ts';
import { searchEntries } from '../../domain/guides/search-entries.ts';
import { summariseGuide } from '../../domain/guides/summarise-guide.ts';
import { type Handle, inTransaction, type Queries } from './handle.ts';

/** Saves the draft as the guide's newest revision with all that follows from it, or throws and changes nothing. */
export async function publishRevision(handle: Handle, draft: RevisionDraft): Promise<Revision> {
  const revision: Revision = {
    guide: draft.content.id,
    number: (draft.parent ?? 0) + 1,
    parent: draft.parent,
    author: draft.author,
    message: draft.message,
    createdAt: handle.now(),
    hash: hashGuide(draft.content),
    content: draft.content,
  };
  await inTransaction(handle, async (db) => {
    const guideId = (await findOwner(db, draft.content)) ?? (await createGuide(db, draft));
    await claimSlugs(db, guideId, draft.content);
    await claimNumber(db, guideId, revision);
    await insertRevision(db, guideId, revision);
    await replaceSearchEntries(db, guideId, draft.content);
  });
  return revision;
}

/** The guide that the slugs belong to; a slug it once had is no claim to it unless its present one is named too. */
async function findOwner(db: Queries, { id: slug, formerly }: Guide): Promise<string | undefined> {
  const names = [slug, ...formerly];
  const [owner] = await listOwners(db, names);
  if (!owner) return undefined;
  if (!names.includes(owner.slug)) throw new SlugTakenError(owner.claimed, owner.slug);
  return owner.guide_id;
}

async function listOwners(db: Queries, slugs: string[]) {
  return await db
    .selectFrom('guide_slugs')
    .innerJoin('guides', 'guides.id', 'guide_slugs.guide_id')
    .select(['guide_id', 'guides.slug as slug', 'guide_slugs.slug as claimed'])
    .where('guide_slugs.slug', 'in', slugs)
    .orderBy('guide_slugs.slug')
    .execute();
}

async function createGuide(db: Queries, { content, parent }: RevisionDraft): Promise<string> {
  if (parent !== undefined) throw new RevisionConflictError(content.id, undefined);
  const created = await db
    .insertInto('guides')
    .values({ id: randomUUID(), slug: content.id, newest: 0, page_version: 0, summary: '' })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!created) throw new RevisionConflictError(content.id, 1);
  return created.id;
}

async function claimSlugs(db: Queries, guideId: string, { id, formerly }: Guide): Promise<void> {
  const slugs = [id, ...formerly];
  await db
    .insertInto('guide_slugs')
    .values(slugs.map((slug) => ({ slug, guide_id: guideId })))
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .execute();
  const other = (await listOwners(db, slugs)).find(({ guide_id }) => guide_id !== guideId);
  if (other) throw new SlugTakenError(other.claimed, other.slug);
}

/** The compare-and-set: locks the guide's row until the end, and only for the one whose parent is the newest. */
async function claimNumber(db: Queries, guideId: string, revision: Revision): Promise<void> {
  const { number, createdAt, content } = revision;
  const summary = summariseGuide(content, { revision: number, publishedAt: createdAt });
  const { numUpdatedRows } = await db
    .updateTable('guides')
    .set((guide) => ({
      slug: content.id,
      newest: number,
      page_version: guide('page_version', '+', 1),
      summary: JSON.stringify(summary),
    }))
    .where('id', '=', guideId)
    .where('newest', '=', revision.parent ?? 0)
    .executeTakeFirst();
  if (numUpdatedRows === 1n) return;
  const row = await db.selectFrom('guides').select('newest').where('id', '=', guideId).executeTakeFirst();
  throw new RevisionConflictError(content.id, row?.newest);
}

async function insertRevision(db: Queries, guideId: string, revision: Revision): Promise<void> {
  await db
    .insertInto('revisions')
    .values({
      guide_id: guideId,
      number: revision.number,
      parent: revision.parent ?? null,
      author: revision.author,
      message: revision.message,
      created_at: revision.createdAt,
      hash: revision.hash,
      content: JSON.stringify(writeGuide(revision.content)),
    })
    .execute();
}

const ROWS_AT_ONCE = 100;

async function replaceSearchEntries(db: Queries, guideId: string, guide: Guide): Promise<void> {
  const titles = new Map(guide.tracks.map(({ id, title }) => [id, title]));
  const rows = searchEntries(guide).map(({ kind, track, text, key }, position) => ({
    guide_id: guideId,
    position,
    kind,
    track: track ?? null,
    track_title: storable(titles.get(track ?? '') ?? '') || null,
    text: storable(text),
    key: storable(key),
  }));
  await db.deleteFrom('search_entries').where('guide_id', '=', guideId).execute();
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    await db
      .insertInto('search_entries')
      .values(rows.slice(at, at + ROWS_AT_ONCE))
      .execute();
  }
}

/** PostgreSQL's text cannot hold the character zero. */
function storable(text: string): string {
  return text.replaceAll('\0', '');
}
