import type { GuideStore } from '../../domain/guides/guide-store.ts';
import { findGuideId } from './guide-slugs.ts';
import type { Handle, Queries } from './handle.ts';
import { publishRevision } from './publish-revision.ts';
import { toRevision } from './revision-row.ts';
import { searchEntries } from './search-entries.ts';
import { parseSummary } from './summary-row.ts';

/** Guides as append-only revisions; everything but `findSlug` goes by the slug a guide has now. */
export function createGuideStore(handle: Handle): GuideStore {
  const { db } = handle;
  return {
    async listGuides() {
      const rows = await db.selectFrom('guides').select(['slug', 'summary']).execute();
      const byTitle = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
      return rows.map(parseSummary).sort((a, b) => byTitle.compare(a.title, b.title) || a.year - b.year);
    },
    async findSlug(slug) {
      const id = await findGuideId(db, slug);
      if (id === undefined) return undefined;
      const row = await db.selectFrom('guides').select('slug').where('id', '=', id).executeTakeFirst();
      return row?.slug;
    },
    async findGuide(slug) {
      const row = await selectRevisions(db, slug)
        .select('content')
        .whereRef('number', '=', 'newest')
        .executeTakeFirst();
      return row && toRevision(row);
    },
    async findRevision(slug, number) {
      const row = await selectRevisions(db, slug)
        .select('content')
        .where('number', '=', number)
        .executeTakeFirst();
      return row && toRevision(row);
    },
    async findRevisionByHash(slug, hash) {
      const row = await selectRevisions(db, slug)
        .select('content')
        .where('hash', '=', hash)
        .orderBy('number', 'desc')
        .executeTakeFirst();
      return row && toRevision(row);
    },
    async listRevisions(slug) {
      const rows = await selectRevisions(db, slug).orderBy('number', 'desc').execute();
      return rows.map(({ parent, ...row }) => ({ ...row, parent: parent ?? undefined }));
    },
    publishRevision: (draft) => publishRevision(handle, draft),
    async findPageVersion(slug) {
      const row = await db
        .selectFrom('guides')
        .select('page_version')
        .where('slug', '=', slug)
        .executeTakeFirst();
      return row?.page_version;
    },
    async findSiteVersion() {
      const { guides, versions } = await db
        .selectFrom('guides')
        .select(({ fn }) => [fn.countAll().as('guides'), fn.sum('page_version').as('versions')])
        .executeTakeFirstOrThrow();
      return `${guides}-${versions ?? 0}`;
    },
    searchEntries: (words, limit) => searchEntries(db, words, limit),
  };
}

function selectRevisions(db: Queries, slug: string) {
  return db
    .selectFrom('revisions')
    .innerJoin('guides', 'guides.id', 'revisions.guide_id')
    .where('slug', '=', slug)
    .select(['slug as guide', 'number', 'parent', 'author', 'message', 'created_at as createdAt', 'hash']);
}
