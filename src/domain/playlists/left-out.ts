import type { Grade, Match } from '../matching/match.ts';

/** A track that a playlist does not carry, and the sentence that says why. */
export interface LeftOut {
  track: string;
  title: string;
  grade: Grade | 'not-searched';
  reason: string;
}

const SENTENCES = {
  'not-searched': 'Nobody has looked for it yet.',
  unavailable: 'This recording is not available.',
  'other-version': 'Only another version of it was found.',
  ambiguous: 'No recording is certain to be the one.',
  same: 'It was recognised, but where to play it is not known.',
} as const;

/** Why a playlist does not carry a track: what its match's grade means, then the match's own first reason. */
export function leftOutReason(match: Match | undefined): string {
  const sentence = SENTENCES[match?.grade ?? 'not-searched'];
  const detail = match?.reasons.find((reason) => reason.trim() !== '')?.trim();
  return detail === undefined || detail === sentence ? sentence : `${sentence} ${detail}`;
}
