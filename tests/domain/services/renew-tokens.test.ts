import { expect, test } from 'vitest';
import type { Connector, Tokens } from '../../../src/domain/services/connection.ts';
import { renewTokens } from '../../../src/domain/services/renew-tokens.ts';
import { ConnectionExpiredError } from '../../../src/domain/services/service-errors.ts';
import { leasesOf } from '../lease-in-memory.ts';

const OLD: Tokens = { accessToken: 'old', refreshToken: 'r0', expiresAt: '2026-05-01T12:00:00Z', scopes: [] };

/** A connection in memory whose service takes each refresh token once. */
function worldOf() {
  const kept: { tokens: Tokens | undefined } = { tokens: OLD };
  const refreshed: (string | undefined)[] = [];
  const connector: Connector = {
    service: 'sandbox',
    consentOrigin: '',
    consentUrl: () => '',
    exchangeCode: () => Promise.reject(new Error('nobody consents here')),
    openAccount: () => {
      throw new Error('no account is opened here');
    },
    async refresh({ refreshToken }) {
      if (refreshed.includes(refreshToken)) throw new ConnectionExpiredError('sandbox');
      refreshed.push(refreshToken);
      await Promise.resolve();
      return { ...OLD, accessToken: `new-${refreshed.length}`, refreshToken: `r${refreshed.length}` };
    },
  };
  const connections = {
    findConnection: async (id: string) => ({
      id,
      service: 'sandbox' as const,
      accountId: 'ann',
      authorisedAt: '2026-05-01T11:00:00Z',
      ...kept,
    }),
    saveTokens: async (_id: string, tokens: Tokens) => {
      kept.tokens = tokens;
    },
  };
  const wait = () => Promise.resolve();
  const renewal = { connector, connections, leases: leasesOf().leases, owner: 'me', wait };
  return { kept, refreshed, renew: (stale: Tokens) => renewTokens(renewal, 'c1', stale) };
}

test('new tokens are saved before they are handed out', async () => {
  const { kept, renew } = worldOf();
  expect(await renew(OLD)).toMatchObject({ accessToken: 'new-1', refreshToken: 'r1' });
  expect(kept.tokens).toMatchObject({ accessToken: 'new-1' });
});

test('two that need them at once spend the refresh token once and share what comes', async () => {
  const { refreshed, renew } = worldOf();
  const both = await Promise.all([renew(OLD), renew(OLD)]);
  expect(both.map(({ accessToken }) => accessToken)).toEqual(['new-1', 'new-1']);
  expect(refreshed).toEqual(['r0']);
});

test('tokens that turn out stale again are renewed from the newest', async () => {
  const { refreshed, renew } = worldOf();
  const first = await renew(OLD);
  expect(await renew(first)).toMatchObject({ accessToken: 'new-2' });
  expect(refreshed).toEqual(['r0', 'r1']);
});

test('a connection whose tokens were dropped has expired', async () => {
  const { kept, renew } = worldOf();
  kept.tokens = undefined;
  await expect(renew(OLD)).rejects.toThrow(ConnectionExpiredError);
});
