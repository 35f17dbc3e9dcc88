import { PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import { DatabaseUnreachableError } from '../database-errors.ts';
import type { OpenedDialect } from './dialect.ts';

/** Opens a pool of connections to a PostgreSQL server and makes sure that one of them works. */
export async function openPostgres(url: string): Promise<OpenedDialect> {
  const target = describe(url);
  const pool = new Pool({ connectionString: url, connectionTimeoutMillis: 5000 });
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => {});
  try {
    (await pool.connect()).release();
  } catch (error) {
    await pool.end();
    throw new DatabaseUnreachableError(
      `Cannot use the PostgreSQL database ${target} (${sayReason(error)}). ` +
        'Check DATABASE_URL, and that the server runs and lets this user in.',
      { cause: error },
    );
  }
  return {
    kysely: new PostgresDialect({ pool }),
    timeAhead: (seconds) =>
      sql<string>`to_char((clock_timestamp() at time zone 'utc') + make_interval(secs => ${seconds}),
        'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    isTransient: (error) => TRANSIENT.has(codeOf(error) ?? ''),
  };
}

/** Serialization failure and deadlock: https://www.postgresql.org/docs/15/errcodes-appendix.html */
const TRANSIENT = new Set(['40001', '40P01']);

function describe(url: string): string {
  const parsed = URL.parse(url);
  if (parsed?.protocol !== 'postgres:' && parsed?.protocol !== 'postgresql:') {
    throw new DatabaseUnreachableError(
      'DATABASE_URL is not the address of a PostgreSQL database; write postgres://USER:PASSWORD@HOST:5432/NAME ' +
        '(with %40 for @ and %2F for / in the password).',
    );
  }
  return `${parsed.pathname.slice(1)} at ${parsed.host} as ${parsed.username}`;
}

function sayReason(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.message : (codeOf(error) ?? 'no answer');
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
