import { exportGuide } from '../../domain/guides/export-guide.ts';
import { GuideFileChangedError, type GuideFolder } from '../../domain/guides/guide-folder.ts';
import type { GuideFileStore, GuideStore } from '../../domain/guides/guide-store.ts';
import { say } from '../say.ts';

interface Supplies {
  database: { guides: GuideStore; guideFiles: GuideFileStore };
  folder: GuideFolder;
}

/** Writes the guides, or all of them, into the tracks folder; a file with changes of its own is left alone. */
export async function exportGuides({ database, folder }: Supplies, slugs: string[]): Promise<void> {
  const wanted = slugs.length > 0 ? slugs : (await database.guides.listGuides()).map(({ slug }) => slug);
  for (const slug of wanted) {
    try {
      const written = await exportGuide(slug, { ...database, folder });
      if (written) say(`${written.path}: revision ${written.revision} written`);
      else fail(`There is no guide “${slug}”.`);
    } catch (error) {
      if (!(error instanceof GuideFileChangedError)) throw error;
      fail(error.message);
    }
  }
}

function fail(sentence: string): void {
  say(sentence);
  process.exitCode = 1;
}
