import type { Logger } from 'pino';
import { type BackgroundWork, startBackgroundWork } from './background.ts';
import { waitInWords } from './domain/exports/explain-failure.ts';
import type { ImportReport } from './domain/guides/import-guide-files.ts';
import type { MatchingResult } from './domain/matching/match-guide.ts';
import { createMatchWorker } from './domain/matching/match-worker.ts';
import { requestMatching } from './domain/matching/request-matching.ts';
import { SERVICE_TITLES } from './domain/services/service.ts';
import { ServiceBusyError } from './domain/services/service-errors.ts';
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
  const work = createMatching(workplace, streaming, ended.signal, log);
  const matching = startBackgroundWork('matching', MATCHING_SECONDS, work, log);
  matching.wake();
  const stop = async () => {
    ended.abort();
    await matching.stop();
  };
  return [tidying, { ...matching, stop }];
}

function createMatching(
  { database, owner }: Workplace,
  { catalog }: Streaming,
  signal: AbortSignal,
  log: Logger,
): () => Promise<void> {
  return createMatchWorker({
    ...database,
    catalog,
    owner,
    clock: () => new Date(),
    signal,
    onMatched: (guide, result) => reportMatching(guide, result, log),
    onFailed: (guide, err) => log.error({ err }, `${guide} cannot be matched`),
  });
}

function reportMatching(
  guide: string,
  { isComplete, stoppedBy, searched, grades }: MatchingResult,
  log: Logger,
): void {
  if (stoppedBy instanceof ServiceBusyError) {
    const title = SERVICE_TITLES[stoppedBy.service];
    log.warn(`matching ${guide} goes on in ${waitInWords(stoppedBy.retryAfterSeconds)}, as ${title} asks`);
  } else if (stoppedBy) {
    log.warn({ err: stoppedBy }, `matching ${guide} stopped and will go on later`);
  } else if (isComplete && searched > 0) {
    log.info(`matched ${guide}: ${grades.same} of ${searched} are the very recording`);
  }
}

/** Connections that nobody has used for a month are forgotten. */
async function tidy({ database }: Workplace): Promise<void> {
  const before = new Date(Date.now() - CONNECTION_DAYS * 24 * 3600 * 1000);
  await database.connections.removeUnusedConnections(before.toISOString());
}
