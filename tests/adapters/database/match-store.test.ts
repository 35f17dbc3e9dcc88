import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../src/adapters/database/database.ts';
import { DamagedDataError } from '../../../src/domain/damaged-data-error.ts';
import { listDatabases, plainSealer, type TestDatabase } from '../../support/databases.ts';
import { guideOf, matchOf } from '../../support/small-guide.ts';

describe.each(listDatabases())('the match store on $name', ({ create }) => {
  let place: TestDatabase;
  let database: Database;
  let now = new Date('2026-01-31T12:00:00.000Z');

  beforeAll(async () => {
    place = await create();
    database = await openDatabase(place.options, plainSealer(), () => now);
    for (const id of ['one', 'two', 'three', 'four']) {
      const content = guideOf({ id, film: { title: id, year: 2001 } });
      await database.guides.publishRevision({ content, author: 'ann', message: '' });
    }
  });
  afterAll(async () => {
    await database?.close();
    await place?.drop();
  });

  test('a decision reads back with its reasons, and a later one replaces it', async () => {
    const match = matchOf({
      guide: 'one',
      track: 'a',
      grade: 'ambiguous',
      confidence: 0.123456789,
      reasons: ['Two recordings fit.'],
      penalties: [{ name: 'title', points: 0.25, reason: 'The title is longer.' }],
      alternates: [{ recordingId: 'x', confidence: 0.5, penalties: [] }],
    });
    await database.matches.saveMatch(match);
    expect(await database.matches.listMatches('one', 'spotify')).toEqual([match]);
    const settled = matchOf({ ...match, grade: 'same', recordingId: 'x', decidedBy: 'ann' });
    await database.matches.saveMatch(settled);
    expect(await database.matches.listMatches('one', 'spotify')).toEqual([settled]);
  });

  test('a service never sees the decisions for another', async () => {
    await database.matches.saveMatch(matchOf({ guide: 'two', track: 'a', grade: 'same', recordingId: 's' }));
    await database.matches.saveMatch(
      matchOf({ guide: 'two', service: 'sandbox', track: 'a', grade: 'same', recordingId: 'b' }),
    );
    const ids = async (service: 'spotify' | 'sandbox') =>
      (await database.matches.listMatches('two', service)).map(({ recordingId }) => recordingId);
    expect(await ids('spotify')).toEqual(['s']);
    expect(await ids('sandbox')).toEqual(['b']);
  });

  test('decisions follow a guide that is renamed', async () => {
    await database.matches.saveMatch(matchOf({ guide: 'three', track: 'a', grade: 'unavailable' }));
    const content = guideOf({ id: 'third', formerly: ['three'], film: { title: 'Third', year: 2001 } });
    await database.guides.publishRevision({ content, parent: 1, author: 'ann', message: '' });
    const [match] = await database.matches.listMatches('third', 'spotify');
    expect(match).toMatchObject({ guide: 'third', track: 'a' });
    await database.matches.saveMatch(matchOf({ guide: 'three', track: 'b', grade: 'unavailable' }));
    expect(await database.matches.listMatches('third', 'spotify')).toHaveLength(2);
  });

  test('a decision about a guide that is not there is an error', async () => {
    await expect(
      database.matches.saveMatch(matchOf({ guide: 'nothing', track: 'a', grade: 'unavailable' })),
    ).rejects.toThrow('there is no guide nothing');
  });

  test('requests wait in the order they came, and asking again changes nothing', async () => {
    const { matches } = database;
    for (const [guide, minute] of [
      ['two', 1],
      ['one', 2],
      ['two', 3],
    ] as const) {
      now = new Date(Date.UTC(2026, 0, 31, 12, minute));
      await matches.requestMatching(guide, 'spotify');
    }
    expect(await matches.listMatchRequests('spotify')).toEqual(['two', 'one']);
    expect(await matches.listMatchRequests('sandbox')).toEqual([]);
    await matches.removeMatchRequest('two', 'spotify');
    expect(await matches.listMatchRequests('spotify')).toEqual(['one']);
  });

  test('a decision that no longer reads is reported as damage', async () => {
    await database.matches.saveMatch(matchOf({ guide: 'four', track: 'a', grade: 'unavailable' }));
    await place.run(`update matches set decision = '{"grade":"odd"}' where track = 'a'`);
    const listed = database.matches.listMatches('four', 'spotify');
    await expect(listed).rejects.toBeInstanceOf(DamagedDataError);
    await expect(listed).rejects.toThrow('the match of four/a on spotify');
  });
});
