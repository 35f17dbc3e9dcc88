import type { Lease, LeaseStore } from '../../domain/lease.ts';
import type { Handle } from './handle.ts';

/** Leases as rows that are never deleted, so that their numbers go on counting; only the database's clock counts. */
export function createLeaseStore({ db, timeAhead }: Handle): LeaseStore {
  const held = ({ name, owner, number }: Lease) =>
    db.updateTable('leases').where('name', '=', name).where('owner', '=', owner).where('number', '=', number);
  return {
    async takeLease(name, owner, seconds) {
      const taken = await db
        .insertInto('leases')
        .values({ name, owner, number: 1, expires_at: timeAhead(seconds) })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet((row) => ({
              owner,
              number: row('leases.number', '+', 1),
              expires_at: timeAhead(seconds),
            }))
            .where('leases.expires_at', '<=', timeAhead(0)),
        )
        .returning('number')
        .executeTakeFirst();
      return taken && { name, owner, number: taken.number };
    },
    async renewLease(lease, seconds) {
      const { numUpdatedRows } = await held(lease)
        .set({ expires_at: timeAhead(seconds) })
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async releaseLease(lease) {
      await held(lease)
        .set({ expires_at: timeAhead(0) })
        .execute();
    },
  };
}
