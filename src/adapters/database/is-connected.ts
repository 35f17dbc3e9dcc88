import type { Queries } from './handle.ts';

/** Whether a certain connection stands, or any that leads to an account. */
export async function isConnected(
  db: Queries,
  wanted: { id: string } | { service: string; account_id: string },
): Promise<boolean> {
  const found = await db
    .selectFrom('connections')
    .select('id')
    .where((connection) => connection.and(wanted))
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
