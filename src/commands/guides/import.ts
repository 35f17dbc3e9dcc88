import { setTimeout as sleep } from 'node:timers/promises';
import type { GuideFolder } from '../../domain/guides/guide-folder.ts';
import type { GuideFileStore, GuideStore } from '../../domain/guides/guide-store.ts';
import { importGuideFiles } from '../../domain/guides/import-guide-files.ts';
import { sayImport } from '../../domain/guides/say-import.ts';
import type { LeaseStore } from '../../domain/lease.ts';
import type { MatchStore } from '../../domain/matching/match.ts';
import { requestMatching } from '../../domain/matching/request-matching.ts';
import type { ServiceName } from '../../domain/services/service.ts';
import { say } from '../say.ts';

interface Supplies {
  database: { guides: GuideStore; guideFiles: GuideFileStore; leases: LeaseStore; matches: MatchStore };
  folder: GuideFolder;
  owner: string;
}

/**
 * Imports the guide files and says what became of each; fails when one was damaged or in conflict. A site that runs
 * then matches what has changed.
 */
export async function importGuides(
  { database, folder, owner }: Supplies,
  service: ServiceName | undefined,
): Promise<void> {
  const reports = await importGuideFiles({ ...database, folder, owner, author: 'guide files', wait: sleep });
  if (service) await requestMatching(database, service, reports);
  for (const report of reports) for (const line of sayImport(report)) say(line);
  if (reports.some(({ outcome }) => outcome === 'damaged' || outcome === 'conflict')) process.exitCode = 1;
}
