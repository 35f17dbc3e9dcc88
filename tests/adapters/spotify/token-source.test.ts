import { describe, expect, it } from 'vitest';
import { createTokenSource } from '../../../src/adapters/spotify/token-source.ts';
import type { Tokens } from '../../../src/domain/services/connection.ts';

const tokens = (accessToken: string, expiresAt: string): Tokens => ({ accessToken, expiresAt, scopes: [] });

/** A source whose tokens are called new-1, new-2 ... and live an hour; `failures` come first. */
function open(initial?: Tokens, failures: Error[] = []) {
  const time = { now: new Date('2026-11-21T12:00:00Z') };
  const fetched: (string | undefined)[] = [];
  const source = createTokenSource({
    initial,
    clock: () => time.now,
    rejected: (cause) => new Error('rejected', { cause }),
    async fetchNew(old) {
      fetched.push(old?.accessToken);
      const failure = failures.shift();
      if (failure) throw failure;
      return tokens(`new-${fetched.length}`, new Date(time.now.getTime() + 3_600_000).toISOString());
    },
  });
  return { source, fetched, time };
}

describe('a token source', () => {
  it('gives what it was given while it lasts', async () => {
    const { source, fetched } = open(tokens('old', '2026-11-21T12:02:00Z'));
    expect(await source.get()).toBe('old');
    expect(fetched).toEqual([]);
  });

  it.each([
    ['has run out', '2026-11-21T11:00:00Z'],
    ['is about to run out', '2026-11-21T12:00:59Z'],
    ['says nothing sensible about it', 'tomorrow'],
  ])('renews a token that %s', async (_what, expiresAt) => {
    const { source, fetched } = open(tokens('old', expiresAt));
    expect(await source.get()).toBe('new-1');
    expect(fetched).toEqual(['old']);
  });

  it('fetches once for many who ask at once, and again only when that one runs out', async () => {
    const { source, fetched, time } = open();
    expect(await Promise.all([source.get(), source.get(), source.get()])).toEqual([
      'new-1',
      'new-1',
      'new-1',
    ]);
    expect(await source.get()).toBe('new-1');
    time.now = new Date('2026-11-21T12:59:30Z');
    expect(await source.get()).toBe('new-2');
    expect(fetched).toEqual([undefined, 'new-1']);
  });

  it('renews once for many whose token is no longer taken, the late ones included', async () => {
    const { source, fetched } = open(tokens('old', '2026-11-21T13:00:00Z'));
    expect(await Promise.all([source.renew('old'), source.renew('old')])).toEqual(['new-1', 'new-1']);
    expect(await source.renew('old')).toBe('new-1');
    expect(fetched).toEqual(['old']);
  });

  it('asks afresh after a failure', async () => {
    const { source } = open(undefined, [new Error('the line was cut')]);
    await expect(source.get()).rejects.toThrow('the line was cut');
    expect(await source.get()).toBe('new-2');
  });
});
