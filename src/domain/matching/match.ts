import type { ServiceName } from '../services/service.ts';

export const GRADES = ['same', 'other-version', 'ambiguous', 'unavailable'] as const;
/** `same`: the very recording; `other-version`: only another take of it; `ambiguous`: doubtful; `unavailable`: not there. */
export type Grade = (typeof GRADES)[number];

/** A named reason against a candidate; `points` run from 0 (none) to 1 (certainly another recording). */
export interface Penalty {
  name: string;
  points: number;
  /** A sentence a visitor understands. */
  reason: string;
}

export interface RankedCandidate {
  recordingId: string;
  confidence: number;
  penalties: Penalty[];
}

/** What a matcher decides for one track. */
export interface Decision {
  grade: Grade;
  /** Only when the grade is `same`. */
  recordingId?: string;
  /** From 0 to 1. */
  confidence: number;
  /** Why this grade, in sentences. */
  reasons: string[];
  penalties: Penalty[];
  /** The other candidates, best first. */
  alternates: RankedCandidate[];
}

/** The stored decision for one track on one service. */
export interface Match extends Decision {
  guide: string;
  track: string;
  service: ServiceName;
  /** `matcher`, or the person who settled it. */
  decidedBy: string;
  /** ISO time. */
  decidedAt: string;
  /** Hash of the track's facts the decision was made from. */
  fingerprint: string;
}

export interface MatchStore {
  listMatches(guide: string, service: ServiceName): Promise<Match[]>;
  /** Stores the decision and raises the guide's page version. */
  saveMatch(match: Match): Promise<void>;
  /** Asks for a guide to be matched; asking again changes nothing. */
  requestMatching(guide: string, service: ServiceName): Promise<void>;
  /** The guides waiting to be matched, longest first. */
  listMatchRequests(service: ServiceName): Promise<string[]>;
  removeMatchRequest(guide: string, service: ServiceName): Promise<void>;
}
