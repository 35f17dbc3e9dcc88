import { DamagedDataError } from '../damaged-data-error.ts';
import type { GuideStore } from '../guides/guide-store.ts';
import type { ImportReport } from '../guides/import-guide-files.ts';
import type { ServiceName } from '../services/service.ts';
import type { MatchStore } from './match.ts';

/** Queues the guides that an import has changed, and those that the service was never asked about. */
export async function requestMatching(
  { guides, matches }: { guides: GuideStore; matches: MatchStore },
  service: ServiceName,
  imported: ImportReport[],
): Promise<void> {
  const changed = new Set(imported.filter(isChange).map(({ guide }) => guide));
  for (const { slug } of await guides.listGuides()) {
    const isDue = changed.has(slug) || (await isUnmatched(matches, slug, service));
    if (isDue) await matches.requestMatching(slug, service);
  }
}

/** Decisions that cannot be read are as good as none; matching will say what is wrong with them. */
async function isUnmatched(matches: MatchStore, slug: string, service: ServiceName): Promise<boolean> {
  try {
    return (await matches.listMatches(slug, service)).length === 0;
  } catch (error) {
    if (error instanceof DamagedDataError) return true;
    throw error;
  }
}

type Change = Extract<ImportReport, { outcome: 'created' | 'updated' | 'merged' }>;

function isChange(report: ImportReport): report is Change {
  return ['created', 'updated', 'merged'].includes(report.outcome);
}
