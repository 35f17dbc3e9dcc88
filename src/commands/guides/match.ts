import { Presets, SingleBar } from 'cli-progress';
import type { GuideStore, Revision } from '../../domain/guides/guide-store.ts';
import type { MatchStore } from '../../domain/matching/match.ts';
import { type MatchingResult, matchGuide } from '../../domain/matching/match-guide.ts';
import type { Catalog } from '../../domain/services/catalog.ts';
import { SERVICE_TITLES } from '../../domain/services/service.ts';
import { say } from '../say.ts';

interface Supplies {
  database: { guides: GuideStore; matches: MatchStore };
}

/** Looks for the tracks of guides in the catalog, with a progress bar; an interrupted run goes on the next time. */
export async function matchGuides({ database }: Supplies, catalog: Catalog, slugs: string[]): Promise<void> {
  for (const slug of slugs) {
    const revision = await database.guides.findGuide((await database.guides.findSlug(slug)) ?? slug);
    if (revision) await matchOne(revision, catalog, database.matches);
    else fail(`There is no guide “${slug}”; import its file first.`);
  }
}

async function matchOne(revision: Revision, catalog: Catalog, matches: MatchStore): Promise<void> {
  const bar = new SingleBar(
    { format: `${revision.guide} {bar} {value}/{total}`, hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  );
  bar.start(revision.content.tracks.length, 0);
  const result = await matchGuide({
    guide: revision.content,
    catalog,
    matches,
    clock: () => new Date(),
    onProgress: ({ searched, kept }) => bar.update(searched + kept),
  });
  bar.stop();
  sayResult(revision.guide, catalog, result);
}

function sayResult(slug: string, catalog: Catalog, result: MatchingResult): void {
  const { same, ambiguous, unavailable } = result.grades;
  const place = SERVICE_TITLES[catalog.service];
  say(
    `${slug} on ${place}: ${same} of ${result.tracks} are the very recording, ${result.grades['other-version']} only another version, ${ambiguous} doubtful, ${unavailable} not there.`,
  );
  say(
    `${result.searched} tracks looked for with ${result.searches} searches, ${result.kept} decisions kept.`,
  );
  if (result.stoppedBy) fail(`Stopped: ${result.stoppedBy.message}. The next run goes on from here.`);
}

function fail(sentence: string): void {
  say(sentence);
  process.exitCode = 1;
}
