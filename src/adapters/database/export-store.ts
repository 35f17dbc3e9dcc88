import { z } from 'zod';
import type { ExportStore } from '../../domain/exports/export.ts';
import { GRADES } from '../../domain/matching/match.ts';
import { SERVICES } from '../../domain/services/service.ts';
import { getGuideId } from './guide-slugs.ts';
import { type Handle, inTransaction } from './handle.ts';
import { isConnected } from './is-connected.ts';
import { parseJson } from './parse-json.ts';

const State = z.enum(['waiting', 'running', 'done', 'failed']);
const Details = z.object({
  order: z.enum(['film', 'album']),
  trackCount: z.number(),
  carried: z.number(),
  added: z.number(),
  leftOut: z.array(
    z.object({
      track: z.string(),
      title: z.string(),
      grade: z.enum([...GRADES, 'not-searched']),
      reason: z.string(),
    }),
  ),
  playlistId: z.string().optional(),
  playlistUrl: z.string().optional(),
  playlistName: z.string().optional(),
  isUpdate: z.boolean(),
  failure: z.string().optional(),
});

/** Exports and the playlists they fill; after a disconnect neither comes back, whatever is still under way. */
export function createExportStore(handle: Handle): ExportStore {
  const { db } = handle;
  return {
    async findExport(id) {
      const row = await db
        .selectFrom('exports')
        .innerJoin('guides', 'guides.id', 'exports.guide_id')
        .selectAll('exports')
        .select('slug')
        .where('exports.id', '=', id)
        .executeTakeFirst();
      if (!row) return undefined;
      return {
        ...parseJson(Details, row.details, `export ${id}`),
        id,
        guide: row.slug,
        connection: row.connection_id,
        service: z.enum(SERVICES).parse(row.service),
        state: State.parse(row.state),
        createdAt: row.created_at,
        updatedAt: row.updated_at,
      };
    },
    async saveExport(made) {
      const { id, connection, service, state, createdAt, updatedAt } = made;
      const row = { state, details: JSON.stringify(Details.parse(made)), updated_at: updatedAt };
      await inTransaction(handle, async (transaction) => {
        if (!(await isConnected(transaction, { id: connection }))) return;
        const guide_id = await getGuideId(transaction, made.guide);
        await transaction
          .insertInto('exports')
          .values({ id, guide_id, connection_id: connection, service, created_at: createdAt, ...row })
          .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
          .execute();
      });
    },
    async findExportedPlaylist(service, accountId, guide) {
      const row = await db
        .selectFrom('exported_playlists')
        .innerJoin('guide_slugs', 'guide_slugs.guide_id', 'exported_playlists.guide_id')
        .select('playlist_id')
        .where('service', '=', service)
        .where('account_id', '=', accountId)
        .where('guide_slugs.slug', '=', guide)
        .executeTakeFirst();
      return row && { service, accountId, guide, playlistId: row.playlist_id };
    },
    async saveExportedPlaylist({ service, accountId, guide, playlistId }) {
      await inTransaction(handle, async (transaction) => {
        const account = { service, account_id: accountId };
        if (!(await isConnected(transaction, account))) return;
        const guide_id = await getGuideId(transaction, guide);
        await transaction
          .insertInto('exported_playlists')
          .values({ ...account, guide_id, playlist_id: playlistId })
          .onConflict((conflict) =>
            conflict.columns(['service', 'account_id', 'guide_id']).doUpdateSet({ playlist_id: playlistId }),
          )
          .execute();
      });
    },
  };
}
