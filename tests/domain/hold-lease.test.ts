import { expect, test } from 'vitest';
import { holdLease, LeaseLostError, LeaseTakenError } from '../../src/domain/hold-lease.ts';
import { leasesOf } from './lease-in-memory.ts';

const wishFor = (leases: ReturnType<typeof leasesOf>['leases'], wait = async () => {}) => ({
  leases,
  name: 'work',
  owner: 'me',
  seconds: 60,
  wait,
});

test('work is done under the lease, which is free again afterwards', async () => {
  const { leases } = leasesOf();
  const taken = await holdLease(wishFor(leases), async () => await leases.takeLease('work', 'other', 60));
  expect(taken).toBeUndefined();
  expect(await leases.takeLease('work', 'other', 60)).toMatchObject({ owner: 'other' });
});

test('the lease is free again after work that failed', async () => {
  const { leases } = leasesOf();
  await expect(holdLease(wishFor(leases), () => Promise.reject(new Error('broken')))).rejects.toThrow(
    'broken',
  );
  expect(await leases.takeLease('work', 'other', 60)).toBeDefined();
});

test('whoever finds it held waits until it is free', async () => {
  const { leases, expire } = leasesOf();
  await leases.takeLease('work', 'other', 60);
  let looks = 0;
  const wait = async () => {
    looks += 1;
    if (looks === 3) expire('work');
  };
  expect(await holdLease(wishFor(leases, wait), async () => 'done')).toBe('done');
  expect(looks).toBe(3);
});

test('waiting outlasts the lease of a holder that died, and then ends', async () => {
  const { leases } = leasesOf();
  await leases.takeLease('work', 'other', 60);
  let waited = 0;
  const wait = async (milliseconds: number) => {
    waited += milliseconds;
  };
  const wish = { ...wishFor(leases), wait };
  await expect(holdLease(wish, async () => {})).rejects.toThrow(LeaseTakenError);
  expect(waited).toBe(75_000);
});

test('a renewal holds it for longer', async () => {
  const { leases, renewed } = leasesOf();
  await holdLease(wishFor(leases), async ({ renew }) => {
    await renew();
    await renew();
  });
  expect(renewed).toEqual(['work', 'work']);
});

test('a renewal stops the work when somebody else has taken it over', async () => {
  const { leases, expire } = leasesOf();
  const work = holdLease(wishFor(leases), async ({ renew }) => {
    expire('work');
    await leases.takeLease('work', 'other', 60);
    await renew();
  });
  await expect(work).rejects.toThrow(LeaseLostError);
  expect(await leases.takeLease('work', 'third', 60)).toBeUndefined();
});
