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
    const isDue = changed.has(slug) || (await matches.listMatches(slug, service)).length === 0;
    if (isDue) await matches.requestMatching(slug, service);
  }
}

type Change = Extract<ImportReport, { outcome: 'created' | 'updated' | 'merged' }>;

function isChange(report: ImportReport): report is Change {
  return ['created', 'updated', 'merged'].includes(report.outcome);
}
