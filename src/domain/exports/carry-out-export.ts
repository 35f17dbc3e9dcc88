import type { GuideStore } from '../guides/guide-store.ts';
import { holdLease, type LeaseWish } from '../hold-lease.ts';
import type { MatchStore } from '../matching/match.ts';
import type { Connection, ConnectionStore, Connector, Tokens } from '../services/connection.ts';
import { renewTokens } from '../services/renew-tokens.ts';
import { asksForConsent, ConnectionExpiredError } from '../services/service-errors.ts';
import { explainFailure } from './explain-failure.ts';
import { type Export, type ExportStore, hasEnded } from './export.ts';
import { runExport } from './run-export.ts';

export interface ExportWork extends Pick<LeaseWish, 'leases' | 'owner' | 'wait'> {
  /** Absent when no service is configured. */
  connector: Connector | undefined;
  connections: ConnectionStore;
  guides: Pick<GuideStore, 'findGuide'>;
  matches: Pick<MatchStore, 'listMatches'>;
  exports: ExportStore;
  clock: () => Date;
}

const LEASE_SECONDS = 60;

/** Carries an export out to its end. Whatever stops it is told to the visitor; a fault of ours is thrown besides. */
export async function carryOutExport(work: ExportWork, made: Export): Promise<void> {
  try {
    await fillAccount(work, made);
  } catch (error) {
    const sentence = explainFailure(error, made.service);
    await failExport(work, made, sentence ?? 'Something went wrong on our side.');
    if (sentence === undefined) throw error;
  }
}

/** Ends an export with a sentence, unless it has ended already; how far it came stays written down. */
export async function failExport(
  { exports, clock }: Pick<ExportWork, 'exports' | 'clock'>,
  made: Export,
  failure: string,
): Promise<void> {
  const newest = (await exports.findExport(made.id)) ?? made;
  if (hasEnded(newest)) return;
  await exports.saveExport({ ...newest, state: 'failed', failure, updatedAt: clock().toISOString() });
}

async function fillAccount(work: ExportWork, made: Export): Promise<void> {
  const { connector } = work;
  const connection = await work.connections.findConnection(made.connection);
  const revision = await work.guides.findGuide(made.guide);
  if (!connector || !connection || !revision) {
    await failExport(work, made, 'The connection or the guide is no longer there, so nothing was saved.');
    return;
  }
  const run = { made, guide: revision.content, exports: work.exports, clock: work.clock };
  await withTokens(work, connection, async (tokens) => {
    const account = connector.openAccount(tokens, (stale) =>
      renewTokens({ ...work, connector }, connection.id, stale),
    );
    await holdLease(leaseFor(work, connection, made), async ({ renew }) => {
      const matches = await work.matches.listMatches(made.guide, made.service);
      await runExport({ ...run, account, matches, renewLease: renew });
    });
  });
}

/** Tokens that turn out to be worth nothing are dropped, so that the next press asks for consent. */
async function withTokens(
  { connections }: ExportWork,
  connection: Connection,
  use: (tokens: Tokens) => Promise<void>,
): Promise<void> {
  if (!connection.tokens) throw new ConnectionExpiredError(connection.service);
  try {
    await use(connection.tokens);
  } catch (error) {
    if (asksForConsent(error)) await connections.dropTokens(connection);
    throw error;
  }
}

/** One export at a time for an account and guide, so that two presses fill one playlist. */
function leaseFor(work: ExportWork, { accountId }: Connection, made: Export): LeaseWish {
  return { ...work, name: `export ${made.service} ${accountId} ${made.guide}`, seconds: LEASE_SECONDS };
}
