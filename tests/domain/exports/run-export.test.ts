import { expect, test } from 'vitest';
import type { Export, ExportedPlaylist, ExportStore } from '../../../src/domain/exports/export.ts';
import { runExport } from '../../../src/domain/exports/run-export.ts';
import type { Playlist, PlaylistAccount } from '../../../src/domain/services/playlist-account.ts';
import {
  ConnectionExpiredError,
  ServiceBusyError,
  ServiceRefusedError,
  ServiceUnavailableError,
} from '../../../src/domain/services/service-errors.ts';
import { guideOf, matchOf } from '../../support/small-guide.ts';

const guide = guideOf({
  id: 'night-bus',
  film: { title: 'Night Bus', year: 1999 },
  tracks: ['rain', 'fog', 'wind', 'snow'].map((id, i) => ({
    id,
    title: id,
    kind: 'song',
    cues: [{ id: `${id}-cue`, order: 4 - i }],
  })),
});
const found = (track: string) =>
  matchOf({ guide: 'night-bus', track, service: 'sandbox', grade: 'same', recordingId: `id-${track}` });
const matches = [
  found('rain'),
  found('fog'),
  matchOf({ track: 'wind', service: 'sandbox', grade: 'unavailable' }),
];

/** An account in memory that writes down its playlists, and fails where it is told to. */
function accountOf(failures: Partial<Record<keyof PlaylistAccount, Error>> = {}, refusedIds: string[] = []) {
  const playlists = new Map<string, Playlist & { description: string; items: string[] }>();
  const check = (call: keyof PlaylistAccount) => {
    const failure = failures[call];
    if (failure) throw failure;
  };
  const itemsOf = (id: string) => {
    const playlist = playlists.get(id);
    if (!playlist) throw new Error(`no playlist ${id}`);
    return playlist.items;
  };
  const account: PlaylistAccount = {
    service: 'sandbox',
    async getOwner() {
      check('getOwner');
      return { accountId: 'ann' };
    },
    async createPlaylist({ name, description }) {
      check('createPlaylist');
      const id = `p${playlists.size + 1}`;
      const playlist = { id, name, description, url: `https://example.org/${id}`, items: [] };
      playlists.set(id, playlist);
      return playlist;
    },
    async findPlaylist(id) {
      check('findPlaylist');
      return playlists.get(id);
    },
    async listPlaylists() {
      return [...playlists.values()];
    },
    async readItems(id) {
      check('readItems');
      return [...itemsOf(id)];
    },
    async addItems(id, recordingIds) {
      check('addItems');
      itemsOf(id).push(...recordingIds.filter((recordingId) => !refusedIds.includes(recordingId)));
    },
  };
  return { account, playlists, failures };
}

function storeOf() {
  const saved: Export[] = [];
  const known: ExportedPlaylist[] = [];
  const exports: ExportStore = {
    async findExport(id) {
      return saved.findLast((made) => made.id === id);
    },
    async saveExport(made) {
      saved.push(made);
    },
    async findExportedPlaylist(service, accountId, slug) {
      return known.findLast(
        (one) => one.service === service && one.accountId === accountId && one.guide === slug,
      );
    },
    async saveExportedPlaylist(playlist) {
      known.push(playlist);
    },
  };
  return { exports, saved, known };
}

const waiting: Export = {
  id: 'e1',
  guide: 'night-bus',
  connection: 'c1',
  service: 'sandbox',
  order: 'film',
  state: 'waiting',
  trackCount: 0,
  carried: 0,
  added: 0,
  leftOut: [],
  isUpdate: false,
  createdAt: '2026-05-01T11:59:00.000Z',
  updatedAt: '2026-05-01T11:59:00.000Z',
};
const clock = () => new Date('2026-05-01T12:00:00Z');

/** Two hands for a press: an account and a store that stay from press to press. */
function worldOf(...args: Parameters<typeof accountOf>) {
  const hands = { ...accountOf(...args), ...storeOf() };
  const press = (change: Partial<Export> = {}, own = matches) =>
    runExport({
      made: { ...waiting, ...change },
      guide,
      matches: own,
      account: hands.account,
      exports: hands.exports,
      clock,
    });
  return { ...hands, press };
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

test.each([
  ['getOwner', new ServiceRefusedError('sandbox', 'not-registered'), 'only a few accounts'],
  ['createPlaylist', new ServiceRefusedError('sandbox', 'missing-scope'), 'not given leave'],
  ['createPlaylist', new ServiceRefusedError('sandbox', 'owner-without-premium'), 'Premium'],
  ['createPlaylist', new ServiceRefusedError('sandbox', 'forbidden'), 'no reason'],
  ['addItems', new ServiceBusyError('sandbox', 600, false), '10 minutes'],
  ['readItems', new ServiceUnavailableError('sandbox', 'timed out'), 'could not be reached'],
  ['getOwner', new ConnectionExpiredError('sandbox'), 'Connect again'],
] as const)('a failing %s (%s) ends in a sentence', async (call, error, words) => {
  const { press, saved } = worldOf({ [call]: error });
  const failed = await press();
  expect(failed).toMatchObject({ state: 'failed', failure: expect.stringContaining(words) });
  expect(saved.at(-1)).toEqual(failed);
});

test('a press after a failed one goes on with the playlist already made', async () => {
  const { press, playlists, failures } = worldOf({ addItems: new ServiceBusyError('sandbox', 5, false) });
  expect(await press()).toMatchObject({ state: 'failed', playlistId: 'p1' });
  delete failures.addItems;
  const again = await press({ state: 'failed', failure: 'The sandbox is busy.' });
  expect(again).toMatchObject({ state: 'done', added: 2, carried: 2, isUpdate: true });
  expect(again.failure).toBeUndefined();
  expect(playlists.size).toBe(1);
});

test('a fault of ours is thrown once the export is saved as failed', async () => {
  const { press, saved } = worldOf({ readItems: new TypeError('secret detail') });
  await expect(press()).rejects.toThrow('secret detail');
  expect(saved.at(-1)).toMatchObject({ state: 'failed', failure: 'Something went wrong on our side.' });
});
