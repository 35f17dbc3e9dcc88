import { DamagedDataError } from '../damaged-data-error.ts';
import type { GuideStore, Revision } from '../guides/guide-store.ts';
import type { LeaseStore } from '../lease.ts';
import type { Catalog } from '../services/catalog.ts';
import { ServiceBusyError, type ServiceError } from '../services/service-errors.ts';
import type { MatchStore } from './match.ts';
import { type MatchingResult, matchGuide } from './match-guide.ts';

export interface MatchWork {
  guides: GuideStore;
  matches: MatchStore;
  leases: LeaseStore;
  catalog: Catalog;
  /** This process's name in leases. */
  owner: string;
  clock: () => Date;
  signal?: AbortSignal;
  onMatched?: (guide: string, result: MatchingResult) => void;
  /** A guide that could not be matched at all, as its stored data is damaged; it stays waiting. */
  onFailed?: (guide: string, error: DamagedDataError) => void;
}

const LEASE_SECONDS = 120;

/**
 * Matching for one process: each call matches the guides that wait for it. A service that asked us to wait is left
 * alone until its time has come, and calls before that do nothing.
 */
export function createMatchWorker(work: MatchWork): () => Promise<void> {
  let notBefore = 0;
  return async () => {
    if (work.clock().getTime() < notBefore) return;
    const stoppedBy = await workMatchRequests(work);
    if (!(stoppedBy instanceof ServiceBusyError)) return;
    notBefore = work.clock().getTime() + stoppedBy.retryAfterSeconds * 1000;
  };
}

/** Goes from guide to guide; what the service stops stays waiting. Returns the error that stopped it. */
async function workMatchRequests(work: MatchWork): Promise<ServiceError | undefined> {
  for (const guide of await work.matches.listMatchRequests(work.catalog.service)) {
    if (work.signal?.aborted) return undefined;
    const result = await matchUndamaged(work, guide);
    if (result?.stoppedBy) return result.stoppedBy;
  }
  return undefined;
}

/** A guide whose stored data is damaged must not keep the others waiting. */
async function matchUndamaged(work: MatchWork, guide: string): Promise<MatchingResult | undefined> {
  try {
    return await matchUnderLease(work, guide);
  } catch (error) {
    if (!(error instanceof DamagedDataError)) throw error;
    work.onFailed?.(guide, error);
    return undefined;
  }
}

async function matchUnderLease(work: MatchWork, slug: string): Promise<MatchingResult | undefined> {
  const { service } = work.catalog;
  const lease = await work.leases.takeLease(`match ${service} ${slug}`, work.owner, LEASE_SECONDS);
  if (!lease) return undefined;
  const renew = async () => {
    await work.leases.renewLease(lease, LEASE_SECONDS);
  };
  try {
    const revision = await work.guides.findGuide(slug);
    const result = revision && (await matchGuide({ ...work, guide: revision.content, onProgress: renew }));
    const isDone = !result || (result.isComplete && (await isNewest(work, revision)));
    if (isDone) await work.matches.removeMatchRequest(slug, service);
    if (result) work.onMatched?.(slug, result);
    return result;
  } finally {
    await work.leases.releaseLease(lease);
  }
}

/** False when the guide was published anew while it was being matched: then it has to be looked at once more. */
async function isNewest({ guides }: MatchWork, matched: Revision): Promise<boolean> {
  return (await guides.findGuide(matched.guide))?.number === matched.number;
}
