import type { Kysely, Transaction } from 'kysely';
import type { OpenedDialect } from './dialects/dialect.ts';
import type { Tables } from './tables.ts';

/** What every store works with. */
export interface Handle {
  db: Kysely<Tables>;
  timeAhead: OpenedDialect['timeAhead'];
  isTransient: OpenedDialect['isTransient'];
  /** ISO time of this process, for dates that are shown. */
  now(): string;
}

/** The database, or a transaction in it. */
export type Queries = Kysely<Tables> | Transaction<Tables>;

const ATTEMPTS = 4;

/** Does all of `work` or nothing; await nothing but the transaction's own queries in it, as it may run again. */
export async function inTransaction<Result>(
  { db, isTransient }: Handle,
  work: (transaction: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (attempt === ATTEMPTS || !isTransient(error)) throw error;
    }
  }
}
