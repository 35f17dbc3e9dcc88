import { median } from './numbers.ts';

const TIMES = 15;

/** The median of several runs of the work after one that warms up, in milliseconds. */
export async function timeWork(work: () => unknown): Promise<number> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < TIMES; run += 1) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return median(times);
}
