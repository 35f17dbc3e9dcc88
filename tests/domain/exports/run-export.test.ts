import { expect, test } from 'vitest';
import type { Export } from '../../../src/domain/exports/export.ts';
import { runExport } from '../../../src/domain/exports/run-export.ts';
import { accountOf, clock, found, guide, matches, storeOf, waiting } from './export-world.ts';

/** Two hands for a press: an account and a store that stay from press to press. */
function worldOf(failures: Parameters<typeof accountOf>[0] = {}, refusedIds: string[] = []) {
  const events: string[] = [];
  const hands = { ...accountOf(failures, refusedIds, events), ...storeOf(events) };
  const press = (change: Partial<Export> = {}, own = matches, renewLease = async () => {}) =>
    runExport({
      made: { ...waiting, ...change },
      guide,
      matches: own,
      account: hands.account,
      exports: hands.exports,
      clock,
      renewLease,
    });
  return { ...hands, events, press };
}

test('the first press makes the playlist in the wanted order and says what is left out', async () => {
  const { press, playlists, saved, known } = worldOf();
  const done = await press();
  expect(done).toEqual({
    ...waiting,
    state: 'done',
    trackCount: 4,
    carried: 2,
    added: 2,
    playlistId: 'p1',
    playlistUrl: 'https://example.org/p1',
    playlistName: 'Night Bus (1999): music in film order',
    failure: undefined,
    updatedAt: '2026-05-01T12:00:00.000Z',
    leftOut: [
      { track: 'snow', title: 'snow', grade: 'not-searched', reason: expect.stringMatching(/\.$/) },
      { track: 'wind', title: 'wind', grade: 'unavailable', reason: expect.stringMatching(/\.$/) },
    ],
  });
  expect(playlists.get('p1')?.items).toEqual(['id-fog', 'id-rain']);
  expect(known).toEqual([{ service: 'sandbox', accountId: 'ann', guide: 'night-bus', playlistId: 'p1' }]);
  expect(saved.at(0)?.state).toBe('running');
  expect(saved.at(-1)).toEqual(done);
});

test('a second press finds the playlist and adds nothing', async () => {
  const { press, playlists } = worldOf();
  await press();
  expect(await press({ id: 'e2' })).toMatchObject({ state: 'done', isUpdate: true, added: 0, carried: 2 });
  expect([...playlists.keys()]).toEqual(['p1']);
  expect(playlists.get('p1')?.items).toEqual(['id-fog', 'id-rain']);
});

test('a later press adds what has been found since and leaves the listener’s own alone', async () => {
  const { press, playlists } = worldOf();
  await press();
  playlists.get('p1')?.items.reverse();
  playlists.get('p1')?.items.splice(1, 0, 'own');
  const later = await press({}, [...matches, found('snow')]);
  expect(later).toMatchObject({ added: 1, carried: 3 });
  expect(playlists.get('p1')?.items).toEqual(['id-rain', 'own', 'id-fog', 'id-snow']);
});

test('a playlist the service no longer knows is made anew', async () => {
  const { press, playlists, known } = worldOf();
  await press();
  playlists.delete('p1');
  playlists.set('other', { id: 'other', name: '', url: '', description: '', items: [] });
  expect(await press()).toMatchObject({ isUpdate: false, added: 2, playlistId: 'p2' });
  expect(known.at(-1)?.playlistId).toBe('p2');
});

test('two tracks with one recording are added once and both carried', async () => {
  const { press, playlists } = worldOf();
  const twin = { ...found('fog'), recordingId: 'id-rain' };
  expect(await press({}, [found('rain'), twin])).toMatchObject({ added: 1, carried: 2 });
  expect(playlists.get('p1')?.items).toEqual(['id-rain']);
});

test('without anything to carry no playlist is made', async () => {
  const { press, playlists } = worldOf();
  const done = await press({}, []);
  expect(done).toMatchObject({ state: 'done', carried: 0, added: 0 });
  expect(done.leftOut).toHaveLength(4);
  expect(playlists.size).toBe(0);
});

test('a recording that the service drops is left out with that reason', async () => {
  const { press } = worldOf({}, ['id-fog']);
  const done = await press();
  expect(done).toMatchObject({ state: 'done', carried: 1 });
  expect(done.leftOut).toContainEqual({
    track: 'fog',
    title: 'fog',
    grade: 'same',
    reason: expect.stringContaining('did not keep it'),
  });
});

test('a press after one that broke down goes on with the playlist already made', async () => {
  const { press, playlists, failures, saved } = worldOf({ addItems: new Error('cut off') });
  await expect(press()).rejects.toThrow('cut off');
  expect(saved.at(-1)).toMatchObject({ state: 'running', playlistId: 'p1' });
  delete failures.addItems;
  const again = await press({ state: 'failed', failure: 'The sandbox is busy.' });
  expect(again).toMatchObject({ state: 'done', added: 2, carried: 2, isUpdate: true });
  expect(again.failure).toBeUndefined();
  expect(playlists.size).toBe(1);
});

test('the lease is renewed before everything that is written', async () => {
  const { press, events } = worldOf();
  await press({}, matches, async () => void events.push('renew'));
  const written = events.flatMap((event, i) => (event === 'renew' ? [] : [[events[i - 1], event]]));
  expect(written).toEqual([
    ['renew', 'save running'],
    ['renew', 'save running'],
    ['renew', 'createPlaylist'],
    ['createPlaylist', 'savePlaylist'],
    ['renew', 'save running'],
    ['renew', 'addItems'],
    ['renew', 'save running'],
    ['renew', 'save done'],
  ]);
});
