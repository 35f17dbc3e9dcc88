import type { GuideFileStore, GuideStore } from '../../domain/guides/guide-store.ts';
import { say } from '../say.ts';

/** Prints the guides with their revisions, and the files that wait for a person. */
export async function listGuides(database: {
  guides: GuideStore;
  guideFiles: GuideFileStore;
}): Promise<void> {
  const guides = await database.guides.listGuides();
  if (guides.length === 0) say('There is no guide yet.');
  for (const { slug, title, year, trackCount, revision, publishedAt } of guides) {
    say(
      `${slug}  ${title} (${year}), ${trackCount} tracks, revision ${revision} of ${publishedAt.slice(0, 10)}`,
    );
  }
  for (const { path, conflict } of await database.guideFiles.listGuideFiles()) {
    if (conflict !== undefined) say(`${path}  in conflict: ${conflict}`);
  }
}
