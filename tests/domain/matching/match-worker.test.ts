import { beforeEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../src/adapters/database/database.ts';
import { DamagedDataError } from '../../../src/domain/damaged-data-error.ts';
import type { GuideStore } from '../../../src/domain/guides/guide-store.ts';
import type { MatchingResult } from '../../../src/domain/matching/match-guide.ts';
import { createMatchWorker, type MatchWork } from '../../../src/domain/matching/match-worker.ts';
import { requestMatching } from '../../../src/domain/matching/request-matching.ts';
import { ServiceBusyError, ServiceUnavailableError } from '../../../src/domain/services/service-errors.ts';
import { plainSealer } from '../../support/databases.ts';
import { guideOf } from '../../support/small-guide.ts';

let database: Database;
let work: MatchWork;
let now: Date;
let failure: Error | undefined;
let asked: string[];
let matched: string[];
let failed: unknown[];

beforeEach(async () => {
  database = await openDatabase({ file: ':memory:' }, plainSealer());
  now = new Date('2026-05-01T12:00:00Z');
  failure = undefined;
  [asked, matched, failed] = [[], [], []];
  const onMatched = (guide: string, { isComplete }: MatchingResult) => {
    if (isComplete) matched.push(guide);
  };
  work = {
    ...database,
    catalog: {
      service: 'sandbox',
      async searchRecordings({ title }) {
        asked.push(title);
        if (failure) throw failure;
        return [];
      },
      findRecording: async () => undefined,
    },
    owner: 'one',
    clock: () => now,
    onMatched,
    onFailed: (guide, error) => failed.push([guide, error]),
  };
  for (const id of ['a', 'b']) await publish(id);
  return () => database.close();
});

async function publish(id: string, parent?: number): Promise<void> {
  const track = { id: 't', title: `Song ${id}`, kind: 'song', performers: ['Ann'] };
  const content = guideOf({ id, film: { title: `Film ${parent}`, year: 2001 }, tracks: [track] });
  await database.guides.publishRevision({ content, parent, author: 'ann', message: '' });
  await database.matches.requestMatching(id, 'sandbox');
}

const waiting = () => database.matches.listMatchRequests('sandbox');
const passSeconds = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};

/** The guide store, but for guide `a`, whose stored data cannot be read. */
function damaged(): GuideStore {
  const findGuide: GuideStore['findGuide'] = async (slug) => {
    if (slug === 'a') throw new DamagedDataError('guide a, revision 1');
    return await database.guides.findGuide(slug);
  };
  return { ...database.guides, findGuide };
}

test('every guide that waits is matched, and waits no longer', async () => {
  await createMatchWorker(work)();
  expect(matched).toEqual(['a', 'b']);
  expect(await waiting()).toEqual([]);
});

test('a guide whose stored data is damaged is reported, stays waiting and keeps no other back', async () => {
  await createMatchWorker({ ...work, guides: damaged() })();
  expect(failed).toEqual([['a', expect.any(DamagedDataError)]]);
  expect(matched).toEqual(['b']);
  expect(await waiting()).toEqual(['a']);
});

test('a fault of ours is thrown', async () => {
  failure = new TypeError('a bug');
  await expect(createMatchWorker(work)()).rejects.toThrow('a bug');
});

describe('a service that asks us to wait', () => {
  let match: () => Promise<void>;
  beforeEach(async () => {
    match = createMatchWorker(work);
    failure = new ServiceBusyError('sandbox', 3600, true);
    await match();
    failure = undefined;
    asked = [];
  });

  test('is not asked before its time', async () => {
    await match();
    passSeconds(3599);
    await match();
    expect(asked).toEqual([]);
    expect(await waiting()).toEqual(['a', 'b']);
  });

  test('is asked again when its time has come', async () => {
    passSeconds(3600);
    await match();
    expect(matched).toEqual(['a', 'b']);
  });
});

test('a service that could not be reached is asked again at the next call', async () => {
  const match = createMatchWorker(work);
  failure = new ServiceUnavailableError('sandbox', 'is away');
  await match();
  failure = undefined;
  await match();
  expect(matched).toEqual(['a', 'b']);
});

describe('matching is requested', () => {
  beforeEach(() => createMatchWorker(work)());

  test('for what an import has changed, and for nothing that has its decisions', async () => {
    await requestMatching(database, 'sandbox', [
      { path: 'b.yaml', outcome: 'updated', guide: 'b', revision: 2 },
      { path: 'a.yaml', outcome: 'unchanged', guide: 'a' },
    ]);
    expect(await waiting()).toEqual(['b']);
  });

  test('for a guide whose decisions cannot be read', async () => {
    const listMatches = async () => {
      throw new DamagedDataError('a match');
    };
    await requestMatching({ ...database, matches: { ...database.matches, listMatches } }, 'sandbox', []);
    expect(await waiting()).toEqual(['a', 'b']);
  });
});
