import type { Dialect, RawBuilder } from 'kysely';

/** A database, opened, and what only its own kind can say. */
export interface OpenedDialect {
  kysely: Dialect;
  /** ISO time by the database's clock, some seconds ahead of now. */
  timeAhead(seconds: number): RawBuilder<string>;
  /** True when a transaction was turned down only because of others and may be tried again. */
  isTransient(error: unknown): boolean;
}
