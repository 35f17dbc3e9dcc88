import type { Lease, LeaseStore } from './lease.ts';

/** Someone else has held the work for too long. */
export class LeaseTakenError extends Error {
  override name = 'LeaseTakenError';
  constructor(name: string) {
    super(`“${name}” is being worked on elsewhere and has not ended`);
  }
}

/** The lease ran out during the work, and someone else has taken it over. */
export class LeaseLostError extends Error {
  override name = 'LeaseLostError';
  constructor(name: string) {
    super(`“${name}” took too long and has been taken over`);
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

/** A lease while its work goes on. */
export interface HeldLease extends Lease {
  /** Holds it for its time once more; throws LeaseLostError when it is no longer ours. */
  renew(): Promise<void>;
}

const MILLISECONDS_BETWEEN_LOOKS = 250;
/** Waiting outlasts the lease of a holder that died by so much. */
const SECONDS_OF_GRACE = 15;

/** Does the work while holding the lease, after waiting for whoever holds it now. */
export async function holdLease<T>(wish: LeaseWish, work: (lease: HeldLease) => Promise<T>): Promise<T> {
  const lease = await waitForLease(wish);
  const renew = async () => {
    if (!(await wish.leases.renewLease(lease, wish.seconds))) throw new LeaseLostError(lease.name);
  };
  try {
    return await work({ ...lease, renew });
  } finally {
    await wish.leases.releaseLease(lease);
  }
}

async function waitForLease({ leases, name, owner, seconds, wait }: LeaseWish): Promise<Lease> {
  const looks = ((seconds + SECONDS_OF_GRACE) * 1000) / MILLISECONDS_BETWEEN_LOOKS;
  for (let look = 0; look < looks; look += 1) {
    const lease = await leases.takeLease(name, owner, seconds);
    if (lease) return lease;
    await wait(MILLISECONDS_BETWEEN_LOOKS);
  }
  throw new LeaseTakenError(name);
}
