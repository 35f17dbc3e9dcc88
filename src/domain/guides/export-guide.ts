import type { GuideFolder } from './guide-folder.ts';
import type { GuideFileStore, GuideStore } from './guide-store.ts';

/**
 * Writes a guide's newest published revision into its file; undefined when there is no such guide. Throws
 * GuideFileChangedError rather than lose what has not been imported.
 */
export async function exportGuide(
  slug: string,
  { folder, guides, guideFiles }: { folder: GuideFolder; guides: GuideStore; guideFiles: GuideFileStore },
): Promise<{ path: string; revision: number } | undefined> {
  const now = await guides.findSlug(slug);
  const revision = now === undefined ? undefined : await guides.findGuide(now);
  if (!revision) return undefined;
  const { guide, content, hash } = revision;
  const path = `${guide}.yaml`;
  const known = await guideFiles.findGuideFile(path);
  const fileHash = await folder.writeFile(path, { guide: content, basedOn: hash }, known?.fileHash);
  await guideFiles.saveGuideFile({ path, guide, fileHash, contentHash: hash });
  return { path, revision: revision.number };
}
