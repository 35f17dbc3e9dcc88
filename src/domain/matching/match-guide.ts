import { createHash } from 'node:crypto';
import type { Guide, Track } from '../guides/guide.ts';
import type { Catalog } from '../services/catalog.ts';
import type { Recording } from '../services/recording.ts';
import { isServiceError, type ServiceError } from '../services/service-errors.ts';
import { type Decision, GRADES, type Grade, type Match, type MatchStore } from './match.ts';
import { matchTrack } from './match-track.ts';
import { queryLadder } from './query-ladder.ts';
import { type WantedTrack, wantedTrack } from './wanted-track.ts';

/** Who decided a match that no person did. */
const MATCHER = 'matcher';

export interface MatchingCounts {
  tracks: number;
  /** Tracks looked for in this run. */
  searched: number;
  /** Tracks whose stored decision still holds. */
  kept: number;
  /** Questions put to the catalog. */
  searches: number;
  /** Of all tracks searched or kept. */
  grades: Record<Grade, number>;
}

export interface MatchingResult extends MatchingCounts {
  /** False when the run was stopped; a later run goes on where it ended. */
  isComplete: boolean;
  /** The service's error that stopped it. */
  stoppedBy?: ServiceError;
}

export interface MatchingRun {
  guide: Guide;
  catalog: Catalog;
  matches: MatchStore;
  clock: () => Date;
  onProgress?: (counts: MatchingCounts) => void | Promise<void>;
  signal?: AbortSignal;
}

/**
 * Looks for every track of a guide in a catalog and stores each decision as it falls. A decision, be it the
 * matcher's or a person's, holds as long as the facts it was made from; only what is new or has changed is searched.
 */
export async function matchGuide(run: MatchingRun): Promise<MatchingResult> {
  const counts = emptyCounts(run.guide);
  const known = await run.matches.listMatches(run.guide.id, run.catalog.service);
  for (const track of run.guide.tracks) {
    if (run.signal?.aborted) return { ...counts, isComplete: false };
    try {
      await settleTrack(run, track, known, counts);
    } catch (error) {
      if (!isServiceError(error)) throw error;
      return { ...counts, isComplete: false, stoppedBy: error };
    }
    await run.onProgress?.({ ...counts, grades: { ...counts.grades } });
  }
  return { ...counts, isComplete: true };
}

async function settleTrack(
  run: MatchingRun,
  track: Track,
  known: Match[],
  counts: MatchingCounts,
): Promise<void> {
  const wanted = wantedTrack(run.guide, track);
  const fingerprint = fingerprintOf(wanted);
  const stored = findHolding(known, track, fingerprint);
  if (stored) {
    counts.kept += 1;
    counts.grades[stored.grade] += 1;
    return;
  }
  const decision = await searchTrack(wanted, run.catalog, () => {
    counts.searches += 1;
  });
  counts.searched += 1;
  const grade = await saveDecision(run, track, fingerprint, decision);
  counts.grades[grade] += 1;
}

/** Climbs the ladder until a recording is recognised; what earlier rungs found stays in the choice. */
async function searchTrack(wanted: WantedTrack, catalog: Catalog, onSearch: () => void): Promise<Decision> {
  const found: Recording[] = [];
  for (const query of queryLadder(wanted)) {
    onSearch();
    found.push(...(await catalog.searchRecordings(query)));
    const decision = matchTrack(wanted, found);
    if (decision.grade === 'same') return decision;
  }
  return matchTrack(wanted, found);
}

/** A person may have settled the track while it was being searched; then that stands. Returns the grade that holds. */
async function saveDecision(
  { guide, catalog, matches, clock }: MatchingRun,
  track: Track,
  fingerprint: string,
  decision: Decision,
): Promise<Grade> {
  const stored = findHolding(await matches.listMatches(guide.id, catalog.service), track, fingerprint);
  if (stored && stored.decidedBy !== MATCHER) return stored.grade;
  await matches.saveMatch({
    ...decision,
    guide: guide.id,
    track: track.id,
    service: catalog.service,
    decidedBy: MATCHER,
    decidedAt: clock().toISOString(),
    fingerprint,
  });
  return decision.grade;
}

function findHolding(known: Match[], { id }: Track, fingerprint: string): Match | undefined {
  return known.find((match) => match.track === id && match.fingerprint === fingerprint);
}

/** The hash of the facts a decision is made from; notes, cues and claims of a track do not count. */
export function fingerprintOf(wanted: WantedTrack): string {
  const facts = Object.entries(wanted).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}

function emptyCounts(guide: Guide): MatchingCounts {
  const grades = Object.fromEntries(GRADES.map((grade) => [grade, 0])) as Record<Grade, number>;
  return { tracks: guide.tracks.length, searched: 0, kept: 0, searches: 0, grades };
}
