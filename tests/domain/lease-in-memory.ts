import type { Lease, LeaseStore } from '../../src/domain/lease.ts';

/** Leases in memory that never run out by themselves; `expire` lets the next one who asks have it. */
export function leasesOf() {
  const held = new Map<string, Lease & { isFree: boolean }>();
  const isHolder = ({ name, number }: Lease) => held.get(name)?.number === number;
  const expire = (name: string) => {
    const lease = held.get(name);
    if (lease) lease.isFree = true;
  };
  const renewed: string[] = [];
  const leases: LeaseStore = {
    async takeLease(name, owner) {
      const last = held.get(name);
      if (last && !last.isFree) return undefined;
      const lease = { name, owner, number: (last?.number ?? 0) + 1 };
      held.set(name, { ...lease, isFree: false });
      return lease;
    },
    async renewLease(lease) {
      if (isHolder(lease)) renewed.push(lease.name);
      return isHolder(lease);
    },
    async releaseLease(lease) {
      if (isHolder(lease)) expire(lease.name);
    },
  };
  return { leases, expire, renewed };
}
