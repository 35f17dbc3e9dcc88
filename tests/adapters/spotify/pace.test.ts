import { describe, expect, it } from 'vitest';
import { createPace } from '../../../src/adapters/spotify/pace.ts';

/** A clock that moves only when somebody waits or works. */
function fakeTime() {
  let now = 0;
  const pass = async (ms: number) => {
    await Promise.resolve();
    now += ms;
  };
  return { now: () => now, pass };
}

/** Starts tasks that each take so long, all at once, and tells when each began. */
async function startsOf(perSecond: number | undefined, tookMs: number[]) {
  const time = fakeTime();
  const pace = createPace(perSecond, time.pass, time.now);
  const starts: number[] = [];
  const task = async (ms: number) => {
    starts.push(time.now());
    await time.pass(ms);
  };
  await Promise.all(tookMs.map((ms) => pace(() => task(ms))));
  return starts;
}

describe('a pace', () => {
  it.each([
    ['quick tasks wait for their second', 1, [10, 10, 10], [0, 1000, 2000]],
    ['slow tasks start when the one before is done', 1, [1500, 10, 10], [0, 1500, 2500]],
    ['half a second apart at two a second', 2, [0, 0, 0], [0, 500, 1000]],
    ['nothing is held back without a number', undefined, [10, 10], [0, 0]],
  ])('%s', async (_what, perSecond, took, expected) => {
    expect(await startsOf(perSecond, took)).toEqual(expected);
  });

  it('goes on after a task that failed, and hands the failure to its caller', async () => {
    const time = fakeTime();
    const pace = createPace(1, time.pass, time.now);
    const failed = pace(() => Promise.reject(new Error('this one')));
    const next = pace(async () => 'the next');
    await expect(failed).rejects.toThrow('this one');
    expect(await next).toBe('the next');
  });

  it('runs one task at a time, in the order they came', async () => {
    const time = fakeTime();
    const pace = createPace(1000, time.pass, time.now);
    const log: string[] = [];
    const task = (name: string) => async () => {
      log.push(`${name} begins`);
      await time.pass(50);
      log.push(`${name} ends`);
    };
    await Promise.all(['a', 'b'].map((name) => pace(task(name))));
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });
});
