import type { Selectable } from 'kysely';
import { z } from 'zod';
import { DamagedDataError } from '../../domain/damaged-data-error.ts';
import type { Connection, ConnectionStore, Tokens } from '../../domain/services/connection.ts';
import { SealBrokenError, type Sealer } from '../../domain/services/sealer.ts';
import { SERVICES } from '../../domain/services/service.ts';
import { type Handle, inTransaction, type Queries } from './handle.ts';
import { isConnected } from './is-connected.ts';
import type { Tables } from './tables.ts';

/** Null once they are dropped. */
const StoredTokens = z
  .object({
    accessToken: z.string(),
    expiresAt: z.string(),
    refreshToken: z.string().optional(),
    scopes: z.array(z.string()),
  })
  .nullable();

const HOUR_MS = 3_600_000;

/** Visitors' connections with their tokens sealed. One whose seal does not open counts as absent, and is kept for
 * whoever has its key until it has gone unused for long. */
export function createConnectionStore(handle: Handle, sealer: Sealer): ConnectionStore {
  const { db } = handle;
  const seal = (tokens: Tokens | undefined) => sealer.seal(StoredTokens.parse(tokens ?? null));
  return {
    async findConnection(id) {
      const row = await db.selectFrom('connections').selectAll().where('id', '=', id).executeTakeFirst();
      if (!row) return undefined;
      try {
        const tokens = parseTokens(await sealer.unseal(row.sealed_tokens));
        await noteUse(handle, row);
        return toConnection(row, tokens);
      } catch (error) {
        if (error instanceof SealBrokenError) return undefined;
        throw error;
      }
    },
    async saveConnection(connection) {
      const row = {
        service: connection.service,
        account_id: connection.accountId,
        display_name: connection.displayName ?? null,
        sealed_tokens: await seal(connection.tokens),
        authorised_at: connection.authorisedAt,
        used_at: handle.now(),
      };
      await db
        .insertInto('connections')
        .values({ id: connection.id, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    },
    async saveTokens(id, tokens) {
      await db
        .updateTable('connections')
        .set({ sealed_tokens: await seal(tokens), used_at: handle.now() })
        .where('id', '=', id)
        .execute();
    },
    async dropTokens({ id, authorisedAt }) {
      await db
        .updateTable('connections')
        .set({ sealed_tokens: await seal(undefined) })
        .where('id', '=', id)
        .where('authorised_at', '=', authorisedAt)
        .execute();
    },
    async removeConnection(id) {
      await inTransaction(handle, (transaction) => removeConnection(transaction, id));
    },
    async removeUnusedConnections(before) {
      return await inTransaction(handle, async (transaction) => {
        const unused = await transaction
          .selectFrom('connections')
          .select('id')
          .where('used_at', '<', before)
          .execute();
        for (const { id } of unused) await removeConnection(transaction, id);
        return unused.length;
      });
    },
  };
}

async function removeConnection(db: Queries, id: string): Promise<void> {
  const removed = await db
    .deleteFrom('connections')
    .where('id', '=', id)
    .returning(['service', 'account_id'])
    .executeTakeFirst();
  if (!removed || (await isConnected(db, removed))) return;
  await db
    .deleteFrom('exported_playlists')
    .where('service', '=', removed.service)
    .where('account_id', '=', removed.account_id)
    .execute();
}

/** Kept to the hour, so that reading a connection seldom writes. */
async function noteUse({ db, now }: Handle, row: Selectable<Tables['connections']>): Promise<void> {
  const used = now();
  if (Date.parse(used) - Date.parse(row.used_at) < HOUR_MS) return;
  await db.updateTable('connections').set({ used_at: used }).where('id', '=', row.id).execute();
}

function parseTokens(unsealed: unknown): Tokens | undefined {
  const { data, error } = StoredTokens.safeParse(unsealed);
  if (error) throw new DamagedDataError('the tokens of a connection', {}, { cause: error });
  return data ?? undefined;
}

function toConnection(row: Selectable<Tables['connections']>, tokens: Tokens | undefined): Connection {
  return {
    id: row.id,
    service: z.enum(SERVICES).parse(row.service),
    accountId: row.account_id,
    displayName: row.display_name ?? undefined,
    tokens,
    authorisedAt: row.authorised_at,
  };
}
