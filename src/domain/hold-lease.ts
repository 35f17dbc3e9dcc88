import type { Lease, LeaseStore } from './lease.ts';

/** Someone else has held the work for too long. */
export class LeaseTakenError extends Error {
  override name = 'LeaseTakenError';
  constructor(name: string) {
    super(`“${name}” is being worked on elsewhere and has not ended`);
  }
}

export interface LeaseWish {
  leases: LeaseStore;
  name: string;
  owner: string;
  seconds: number;
  /** How to let milliseconds pass. */
  wait: (milliseconds: number) => Promise<unknown>;
}

const LOOKS = 240;
const MILLISECONDS_BETWEEN_LOOKS = 250;

/** Does the work while holding the lease, after waiting for whoever holds it now. */
export async function holdLease<T>(wish: LeaseWish, work: (lease: Lease) => Promise<T>): Promise<T> {
  const lease = await waitForLease(wish);
  try {
    return await work(lease);
  } finally {
    await wish.leases.releaseLease(lease);
  }
}

async function waitForLease({ leases, name, owner, seconds, wait }: LeaseWish): Promise<Lease> {
  for (let look = 0; look < LOOKS; look += 1) {
    const lease = await leases.takeLease(name, owner, seconds);
    if (lease) return lease;
    await wait(MILLISECONDS_BETWEEN_LOOKS);
  }
  throw new LeaseTakenError(name);
}
