import type { Logger } from 'pino';
import { type BackgroundWork, startBackgroundWork } from './background.ts';
import type { ImportReport } from './domain/guides/import-guide-files.ts';
import { requestMatching } from './domain/matching/request-matching.ts';
import { workMatchRequests } from './domain/matching/work-match-requests.ts';
import type { Streaming } from './streaming.ts';
import type { Workplace } from './workplace.ts';

const MATCHING_SECONDS = 60;
const TIDY_SECONDS = 3600;
const CONNECTION_DAYS = 30;

/** Matching and tidying, beside the requests. */
export async function startWork(
  workplace: Workplace,
  streaming: Streaming | undefined,
  imported: ImportReport[],
  log: Logger,
): Promise<BackgroundWork[]> {
  const tidying = startBackgroundWork('tidying', TIDY_SECONDS, () => tidy(workplace), log);
  tidying.wake();
  if (!streaming) return [tidying];
  await requestMatching(workplace.database, streaming.catalog.service, imported);
  const ended = new AbortController();
  const matching = startBackgroundWork(
    'matching',
    MATCHING_SECONDS,
    () => match(workplace, streaming, ended, log),
    log,
  );
  matching.wake();
  const stop = async () => {
    ended.abort();
    await matching.stop();
  };
  return [tidying, { ...matching, stop }];
}

async function match(
  { database, owner }: Workplace,
  { catalog }: Streaming,
  ended: AbortController,
  log: Logger,
): Promise<void> {
  await workMatchRequests({
    ...database,
    catalog,
    owner,
    clock: () => new Date(),
    signal: ended.signal,
    onMatched(guide, { isComplete, stoppedBy, searched, grades }) {
      if (stoppedBy) log.warn({ err: stoppedBy }, `matching ${guide} stopped and will go on later`);
      else if (isComplete && searched > 0)
        log.info(`matched ${guide}: ${grades.same} of ${searched} are the very recording`);
    },
  });
}

/** Connections that nobody has used for a month are forgotten. */
async function tidy({ database }: Workplace): Promise<void> {
  const before = new Date(Date.now() - CONNECTION_DAYS * 24 * 3600 * 1000);
  await database.connections.removeUnusedConnections(before.toISOString());
}
