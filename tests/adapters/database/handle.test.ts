import { Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqlite } from '../../../src/adapters/database/dialects/sqlite.ts';
import { type Handle, inTransaction } from '../../../src/adapters/database/handle.ts';

class CrossedError extends Error {}

describe('a transaction', () => {
  let handle: Handle;
  let runs: number;

  beforeEach(() => {
    const { kysely, timeAhead } = openSqlite(':memory:');
    const isTransient = (error: unknown) => error instanceof CrossedError;
    handle = { db: new Kysely({ dialect: kysely }), timeAhead, isTransient, now: () => '' };
    runs = 0;
  });
  afterEach(() => handle.db.destroy());

  const failing = (times: number, error: Error) => async () => {
    runs += 1;
    if (runs <= times) throw error;
    return 'done';
  };

  test('that was turned down because of others is tried again', async () => {
    expect(await inTransaction(handle, failing(2, new CrossedError()))).toBe('done');
    expect(runs).toBe(3);
  });

  test('that is turned down again and again fails in the end', async () => {
    await expect(inTransaction(handle, failing(99, new CrossedError()))).rejects.toBeInstanceOf(CrossedError);
    expect(runs).toBe(4);
  });

  test('that failed for a reason of its own is not tried again', async () => {
    await expect(inTransaction(handle, failing(1, new Error('own')))).rejects.toThrow('own');
    expect(runs).toBe(1);
  });
});
