import { AnswerError, hasStatus, NoAnswerError } from './answer-error.ts';
import type { Wait } from './pace.ts';

const AGAIN_AFTER_MS = [300, 1200];
const YOUNG_AGAIN_AFTER_MS = [500, 1000, 2000];

/** Reads again, twice at most, when no answer came or the service failed (5xx). Never for writes: they could happen twice. */
export function repeatRead<T>(read: () => Promise<T>, wait: Wait): Promise<T> {
  return repeat(read, isPassing, AGAIN_AFTER_MS, wait);
}

/** Asks again for a while when a playlist made a moment ago is not found yet. */
export function repeatWhileMissing<T>(ask: () => Promise<T>, wait: Wait): Promise<T> {
  return repeat(ask, (error) => hasStatus(error, 404), YOUNG_AGAIN_AFTER_MS, wait);
}

async function repeat<T>(
  task: () => Promise<T>,
  isWorthIt: (error: unknown) => boolean,
  delaysMs: number[],
  wait: Wait,
): Promise<T> {
  for (const delayMs of delaysMs) {
    try {
      return await task();
    } catch (error) {
      if (!isWorthIt(error)) throw error;
      await wait(withJitter(delayMs));
    }
  }
  return await task();
}

function isPassing(error: unknown): boolean {
  return error instanceof NoAnswerError || (error instanceof AnswerError && error.status >= 500);
}

/** Up to half as long again, so that processes that failed together do not return together. */
function withJitter(ms: number): number {
  return ms * (1 + Math.random() / 2);
}
