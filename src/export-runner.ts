import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Database } from './adapters/database/database.ts';
import type { Export } from './domain/exports/export.ts';
import { runExport } from './domain/exports/run-export.ts';
import { holdLease } from './domain/hold-lease.ts';
import type { Connector } from './domain/services/connection.ts';

/** Carries out exports beside the requests that ask for them. */
export interface ExportRunner {
  start(made: Export): void;
  /** Waits for those under way. */
  finish(): Promise<void>;
}

const LEASE_SECONDS = 60;

export function createExportRunner(
  database: Database,
  owner: string,
  connector: Connector | undefined,
  log: Logger,
): ExportRunner {
  const underWay = new Set<Promise<void>>();
  return {
    start(made) {
      const work = carryOut(database, owner, connector, made)
        .catch((err: unknown) => log.error({ err, export: made.id }, 'an export failed'))
        .then(() => {
          underWay.delete(work);
        });
      underWay.add(work);
    },
    async finish() {
      await Promise.all(underWay);
    },
  };
}

/** One export at a time for an account and guide, so that two presses fill one playlist. */
async function carryOut(
  database: Database,
  owner: string,
  connector: Connector | undefined,
  made: Export,
): Promise<void> {
  const connection = await database.connections.findConnection(made.connection);
  const revision = await database.guides.findGuide(made.guide);
  if (!connector || !connection || !revision) return await saveLost(database, made);
  const account = connector.openAccount(connection.tokens, (tokens) =>
    database.connections.saveTokens(connection.id, tokens),
  );
  const name = `export ${made.service} ${connection.accountId} ${made.guide}`;
  await holdLease({ leases: database.leases, name, owner, seconds: LEASE_SECONDS, wait: sleep }, async () => {
    const matches = await database.matches.listMatches(made.guide, made.service);
    const clock = () => new Date();
    await runExport({ made, guide: revision.content, matches, account, exports: database.exports, clock });
  });
}

/** The visitor disconnected, or the guide went, between the press and the work. */
async function saveLost(database: Database, made: Export): Promise<void> {
  const failure = 'The connection or the guide is no longer there, so nothing was saved.';
  await database.exports.saveExport({
    ...made,
    state: 'failed',
    failure,
    updatedAt: new Date().toISOString(),
  });
}
