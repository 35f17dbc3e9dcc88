import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../src/adapters/database/database.ts';
import { listDatabases, plainSealer, type TestDatabase } from '../../support/databases.ts';

describe.each(listDatabases())('the lease store on $name', ({ create }) => {
  let place: TestDatabase;
  let database: Database;
  let other: Database;

  beforeAll(async () => {
    place = await create();
    const wrongClock = () => new Date('1999-01-01');
    database = await openDatabase(place.options, plainSealer());
    other = await openDatabase(place.options, plainSealer(), wrongClock);
  });
  afterAll(async () => {
    await database?.close();
    await other?.close();
    await place?.drop();
  });

  test('a lease that is held is not given out again, whatever a process thinks the time is', async () => {
    expect(await database.leases.takeLease('held', 'a', 60)).toEqual({ name: 'held', owner: 'a', number: 1 });
    expect(await other.leases.takeLease('held', 'b', 60)).toBeUndefined();
    expect(await database.leases.takeLease('held', 'a', 60)).toBeUndefined();
  });

  test('of several takers at once exactly one gets it', async () => {
    const taken = await Promise.all(
      ['a', 'b', 'c', 'd'].map((owner, i) =>
        (i % 2 ? other : database).leases.takeLease('wanted', owner, 60),
      ),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  test('a lease that ran out goes to the next with a higher number, and the old holder can tell', async () => {
    const first = await database.leases.takeLease('run-out', 'a', 0);
    const second = await other.leases.takeLease('run-out', 'b', 60);
    expect([first?.number, second?.number]).toEqual([1, 2]);
    expect(first && (await database.leases.renewLease(first, 60))).toBe(false);
    expect(second && (await other.leases.renewLease(second, 60))).toBe(true);
  });

  test('a lease that ran out may be renewed as long as nobody took it', async () => {
    const lease = await database.leases.takeLease('late', 'a', 0);
    expect(lease && (await database.leases.renewLease(lease, 60))).toBe(true);
    expect(await other.leases.takeLease('late', 'b', 60)).toBeUndefined();
  });

  test('a lease given back is free at once, and goes on counting', async () => {
    const lease = await database.leases.takeLease('given-back', 'a', 60);
    if (lease) await database.leases.releaseLease(lease);
    expect(await other.leases.takeLease('given-back', 'b', 60)).toMatchObject({ owner: 'b', number: 2 });
  });

  test('giving back a lease that somebody else took changes nothing', async () => {
    const lost = await database.leases.takeLease('lost', 'a', 0);
    await other.leases.takeLease('lost', 'b', 60);
    if (lost) await database.leases.releaseLease(lost);
    expect(await database.leases.takeLease('lost', 'c', 60)).toBeUndefined();
  });
});
