import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Database } from './adapters/database/database.ts';
import { carryOutExport, failExport } from './domain/exports/carry-out-export.ts';
import type { Export } from './domain/exports/export.ts';
import type { Connector } from './domain/services/connection.ts';

/** Carries out exports beside the requests that ask for them. */
export interface ExportRunner {
  start(made: Export): void;
  /** Refuses what comes from now on, and waits a while for those under way. */
  finish(): Promise<void>;
}

/** Within the ten seconds that a program is usually given to stop. */
const PATIENCE_MILLISECONDS = 8000;
const REFUSED = 'The site is being restarted, so nothing was saved. Please try again in a minute.';
const CUT_OFF =
  'The site was restarted before this was done. Please try again: what was saved so far is kept.';

export function createExportRunner(
  database: Database,
  owner: string,
  connector: Connector | undefined,
  log: Logger,
  patienceMilliseconds = PATIENCE_MILLISECONDS,
): ExportRunner {
  const work = { ...database, owner, connector, wait: sleep, clock: () => new Date() };
  const underWay = new Map<Export, Promise<void>>();
  let isStopping = false;
  return {
    start(made) {
      const begun = isStopping ? failExport(work, made, REFUSED) : carryOutExport(work, made);
      const ended = begun
        .catch((err: unknown) => log.error({ err, export: made.id }, 'an export failed'))
        .then(() => {
          underWay.delete(made);
        });
      underWay.set(made, ended);
    },
    async finish() {
      isStopping = true;
      const all = Promise.all(underWay.values());
      await Promise.race([all, sleep(patienceMilliseconds, undefined, { ref: false })]);
      for (const made of underWay.keys()) await failExport(work, made, CUT_OFF);
    },
  };
}
