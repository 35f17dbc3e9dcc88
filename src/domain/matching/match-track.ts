import { capitalise } from '../capitalise.ts';
import { formatTime } from '../guides/time.ts';
import type { Recording } from '../services/recording.ts';
import { type Judged, judgeCandidate, round } from './judge-candidate.ts';
import { VERSION_PENALTY } from './judge-version.ts';
import type { Decision, Grade, RankedCandidate } from './match.ts';
import type { WantedTrack } from './wanted-track.ts';
import { ANOTHER, FITS, MARGIN, MAX_ALTERNATES, SAME_LENGTH_MS } from './weights.ts';

/**
 * Decides which candidate is the wanted recording, if any. It rather refuses than guesses: title, performer and
 * version have to agree, and two different recordings that both fit are left to a person. The same question always
 * gets the same answer, in whatever order the candidates come.
 */
export function matchTrack(wanted: WantedTrack, candidates: Recording[]): Decision {
  const ranked = uniqueById(candidates)
    .map((candidate) => judgeCandidate(wanted, candidate))
    .sort(byPolicy);
  const fitting = ranked.filter(({ total }) => total <= FITS);
  const playable = fitting.filter(({ recording }) => recording.isPlayable !== false);
  const [best] = playable;
  if (best === undefined) {
    return fitting[0] ? notPlayable(fitting[0], ranked) : refuse(wanted, ranked);
  }
  const rival = playable.find((other) => isRival(best, other));
  return rival ? leaveOpen(best, rival, ranked) : accept(wanted, best, ranked);
}

/** Fewest points first; then the guide's album before others it names, albums before compilations, the closer length, and the id. */
function byPolicy(a: Judged, b: Judged): number {
  return (
    a.total - b.total ||
    Number(b.hasIsrc) - Number(a.hasIsrc) ||
    a.albumRank - b.albumRank ||
    Number(a.isOnCompilation) - Number(b.isOnCompilation) ||
    (a.lengthGapMs ?? 0) - (b.lengthGapMs ?? 0) ||
    compareText(a.recording.id, b.recording.id)
  );
}

/** True when the other could as well be meant, and is not the same recording under another id. */
function isRival(best: Judged, other: Judged): boolean {
  if (other === best || best.isOnAlbum || best.hasIsrc) return false;
  if (other.total - best.total >= MARGIN || isSameRecording(best.recording, other.recording)) return false;
  const isBestLength = best.lengthGapMs !== undefined && best.lengthGapMs <= SAME_LENGTH_MS;
  return !isBestLength;
}

function isSameRecording(a: Recording, b: Recording): boolean {
  if (a.isrc !== undefined && a.isrc === b.isrc) return true;
  if (a.durationMs === undefined || b.durationMs === undefined) return true;
  return Math.abs(a.durationMs - b.durationMs) <= SAME_LENGTH_MS;
}

function accept(wanted: WantedTrack, best: Judged, ranked: Judged[]): Decision {
  const next = ranked.find((other) => other !== best && !isSameRecording(best.recording, other.recording));
  const lead = next ? Math.min(1, next.total - best.total) : 1;
  return {
    ...decide(
      'same',
      best,
      ranked.filter((other) => other !== best),
    ),
    recordingId: best.recording.id,
    confidence: round((1 - best.total) * (0.8 + 0.2 * Math.max(0, lead))),
    reasons: [agreement(wanted, best)],
  };
}

function agreement(wanted: WantedTrack, { hasIsrc, isOnAlbum, lengthGapMs, penalties }: Judged): string {
  if (hasIsrc) return 'It carries the same recording code (ISRC), and title and performer fit.';
  const isPerformerKnown =
    wanted.performers.length > 0 && !penalties.some(({ name }) => name === 'performer');
  const facts = [
    'title',
    ...(isPerformerKnown ? ['performer'] : []),
    ...(isOnAlbum ? ['album'] : []),
    ...(lengthGapMs !== undefined && lengthGapMs <= SAME_LENGTH_MS ? ['length'] : []),
    'version',
  ];
  return `${capitalise(facts.slice(0, -1).join(', '))} and ${facts.at(-1)} agree.`;
}

function leaveOpen(best: Judged, rival: Judged, ranked: Judged[]): Decision {
  const lengths = [best, rival].map(({ recording }) =>
    formatTime(Math.round((recording.durationMs ?? 0) / 1000)),
  );
  return {
    ...decide('ambiguous', best, ranked),
    confidence: round((1 - best.total) / 2),
    reasons: [
      `Two different recordings fit, ${lengths.join(' and ')} long, and the guide does not tell them apart.`,
    ],
  };
}

function notPlayable(best: Judged, ranked: Judged[]): Decision {
  return {
    ...decide('unavailable', best, ranked),
    reasons: ['The service lists it, but does not play it in this country.'],
  };
}

/** Nothing fits: only another version, something doubtful, or nothing that could be it. */
function refuse(wanted: WantedTrack, ranked: Judged[]): Decision {
  const possible = ranked.filter(({ penalties }) => penalties.every(({ points }) => points < ANOTHER));
  const [doubtful] = possible.filter((judged) => !isOtherVersion(judged));
  if (doubtful)
    return { ...decide('ambiguous', doubtful, ranked), confidence: round((1 - doubtful.total) / 2) };
  const [version] = possible;
  if (version) return decide('other-version', version, ranked);
  const [nearest] = ranked;
  return nearest
    ? notFound(nearest, ranked)
    : { ...NOTHING, reasons: [`Nothing is listed as “${wanted.title}”.`] };
}

function notFound(nearest: Judged, ranked: Judged[]): Decision {
  const { title, artists } = nearest.recording;
  const decision = decide('unavailable', nearest, ranked);
  const found = `The nearest is “${title}”${artists.length > 0 ? ` by ${artists.join(', ')}` : ''}.`;
  return { ...decision, confidence: 0, reasons: [found, ...decision.reasons] };
}

const NOTHING: Decision = { grade: 'unavailable', confidence: 0, reasons: [], penalties: [], alternates: [] };

function isOtherVersion({ penalties }: Judged): boolean {
  return penalties.some(({ name, points }) => name === VERSION_PENALTY && points > FITS);
}

/** A decision about the candidate, with its penalties, gravest first, for reasons. */
function decide(grade: Grade, about: Judged, others: Judged[]): Decision {
  const penalties = about.penalties.toSorted((a, b) => b.points - a.points);
  return {
    grade,
    confidence: round(1 - about.total),
    reasons: penalties.map(({ reason }) => reason),
    penalties,
    alternates: others.slice(0, MAX_ALTERNATES).map(toAlternate),
  };
}

function toAlternate({ recording, penalties, total }: Judged): RankedCandidate {
  return { recordingId: recording.id, confidence: round(1 - total), penalties };
}

/** One candidate for each id; of two that differ, the one that reads first, so that order does not matter. */
function uniqueById(candidates: Recording[]): Recording[] {
  const sorted = candidates.toSorted((a, b) => compareText(JSON.stringify(a), JSON.stringify(b)));
  return [...new Map(sorted.toReversed().map((candidate) => [candidate.id, candidate])).values()];
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
