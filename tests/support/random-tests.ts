import fc from 'fast-check';

/** One fixed seed, so that every run of the random tests is the same; the long run draws far more often. */
const runs = Number(process.env.RANDOM_RUNS ?? 100);

fc.configureGlobal({ seed: 19951027, numRuns: runs });
