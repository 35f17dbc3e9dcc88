import type { GuideStore, Revision } from '../guides/guide-store.ts';
import type { LeaseStore } from '../lease.ts';
import type { Catalog } from '../services/catalog.ts';
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
}

const LEASE_SECONDS = 120;

/** Matches the guides that wait for it, one after the other; what the service stops stays waiting. */
export async function workMatchRequests(work: MatchWork): Promise<void> {
  for (const guide of await work.matches.listMatchRequests(work.catalog.service)) {
    if (work.signal?.aborted) return;
    const result = await matchUnderLease(work, guide);
    if (result?.stoppedBy) return;
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
