import { setTimeout as wait } from 'node:timers/promises';

/** Runs tasks one after another in the order they were given. */
export type Pace = <T>(task: () => Promise<T>) => Promise<T>;
export type Wait = (ms: number) => Promise<unknown>;

/** One task at a time, started at most so many times a second; without a number nothing is held back. */
export function createPace(
  perSecond: number | undefined,
  waitMs: Wait = wait,
  now = () => performance.now(),
): Pace {
  if (perSecond === undefined) return (task) => task();
  const gapMs = 1000 / perSecond;
  let last: Promise<unknown> = Promise.resolve();
  let nextStart = Number.NEGATIVE_INFINITY;

  return (task) => {
    const mine = last.then(async () => {
      const early = nextStart - now();
      if (early > 0) await waitMs(early);
      nextStart = now() + gapMs;
      return await task();
    });
    last = mine.catch(() => undefined);
    return mine;
  };
}
