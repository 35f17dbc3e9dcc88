import { holdLease, type LeaseWish } from '../hold-lease.ts';
import type { ConnectionStore, Connector, Tokens } from './connection.ts';
import { ConnectionExpiredError } from './service-errors.ts';

export interface TokenRenewal extends Pick<LeaseWish, 'leases' | 'owner' | 'wait'> {
  connector: Connector;
  connections: Pick<ConnectionStore, 'findConnection' | 'saveTokens'>;
}

/** Longer than a service may take to answer. */
const LEASE_SECONDS = 30;

/**
 * Other tokens for a connection: those that somebody has fetched meanwhile, or new ones, saved before they are used.
 * One at a time, because a refresh token may be good for one refresh only.
 */
export async function renewTokens(renewal: TokenRenewal, id: string, stale: Tokens): Promise<Tokens> {
  const { connector, connections } = renewal;
  return await holdLease({ ...renewal, name: `tokens ${id}`, seconds: LEASE_SECONDS }, async () => {
    const newest = (await connections.findConnection(id))?.tokens;
    if (!newest) throw new ConnectionExpiredError(connector.service);
    if (newest.accessToken !== stale.accessToken) return newest;
    const fresh = await connector.refresh(newest);
    await connections.saveTokens(id, fresh);
    return fresh;
  });
}
