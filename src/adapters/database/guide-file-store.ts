import type { Selectable } from 'kysely';
import type { GuideFile, GuideFileStore } from '../../domain/guides/guide-store.ts';
import type { Handle } from './handle.ts';
import type { Tables } from './tables.ts';

/** What each guide file held when it was last imported or exported. */
export function createGuideFileStore({ db }: Handle): GuideFileStore {
  return {
    async findGuideFile(path) {
      const row = await db.selectFrom('guide_files').selectAll().where('path', '=', path).executeTakeFirst();
      return row && toGuideFile(row);
    },
    async listGuideFiles() {
      const rows = await db.selectFrom('guide_files').selectAll().execute();
      return rows.map(toGuideFile).sort((a, b) => (a.path < b.path ? -1 : 1));
    },
    async saveGuideFile(file) {
      const row = {
        guide: file.guide,
        file_hash: file.fileHash,
        content_hash: file.contentHash,
        base_hash: file.baseHash ?? null,
        conflict: file.conflict ?? null,
      };
      await db
        .insertInto('guide_files')
        .values({ path: file.path, ...row })
        .onConflict((conflict) => conflict.column('path').doUpdateSet(row))
        .execute();
    },
  };
}

function toGuideFile(row: Selectable<Tables['guide_files']>): GuideFile {
  return {
    path: row.path,
    guide: row.guide,
    fileHash: row.file_hash,
    contentHash: row.content_hash,
    baseHash: row.base_hash ?? undefined,
    conflict: row.conflict ?? undefined,
  };
}
