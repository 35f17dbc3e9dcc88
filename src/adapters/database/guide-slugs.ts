import type { Queries } from './handle.ts';

/** The id of the guide that has or had this slug; the stores keep it, since slugs change. */
export async function findGuideId(db: Queries, slug: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('guide_slugs')
    .select('guide_id')
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row?.guide_id;
}

/** The id of a guide that must be there. */
export async function getGuideId(db: Queries, slug: string): Promise<string> {
  const id = await findGuideId(db, slug);
  if (id === undefined) throw new Error(`there is no guide ${slug}`);
  return id;
}

/** Tells caches that something on the guide's public pages has changed. */
export async function raisePageVersion(db: Queries, guideId: string): Promise<void> {
  await db
    .updateTable('guides')
    .set((guide) => ({ page_version: guide('page_version', '+', 1) }))
    .where('id', '=', guideId)
    .execute();
}
