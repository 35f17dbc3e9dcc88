import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../src/adapters/database/database.ts';
import { DamagedDataError } from '../../../src/domain/damaged-data-error.ts';
import { carryOutExport, type ExportWork, failExport } from '../../../src/domain/exports/carry-out-export.ts';
import type { Export } from '../../../src/domain/exports/export.ts';
import type { Connection, Connector } from '../../../src/domain/services/connection.ts';
import {
  ConnectionExpiredError,
  ServiceBusyError,
  ServiceRefusedError,
  ServiceUnavailableError,
} from '../../../src/domain/services/service-errors.ts';
import { plainSealer } from '../../support/databases.ts';
import { accountOf, clock, guide, matches, waiting } from './export-world.ts';

const TOKENS = { accessToken: 'a', expiresAt: '2026-05-01T13:00:00.000Z', scopes: [] };
const CONNECTION: Connection = {
  id: 'c1',
  service: 'sandbox',
  accountId: 'ann',
  tokens: TOKENS,
  authorisedAt: '2026-05-01T11:00:00.000Z',
};
const LEASE = 'export sandbox ann night-bus';

let database: Database;
let world: ReturnType<typeof accountOf>;
beforeEach(async () => {
  database = await openDatabase({ file: ':memory:' }, plainSealer(), clock);
  await database.guides.publishRevision({ content: guide, author: 'ann', message: '' });
  for (const match of matches) await database.matches.saveMatch(match);
  await database.connections.saveConnection(CONNECTION);
  await database.exports.saveExport(waiting);
  world = accountOf();
});
afterEach(() => database.close());

const connector: Connector = {
  service: 'sandbox',
  consentOrigin: '',
  consentUrl: () => '',
  exchangeCode: async () => TOKENS,
  refresh: async () => TOKENS,
  openAccount: () => world.account,
};

function workOf(change: Partial<ExportWork> = {}): ExportWork {
  return { ...database, owner: 'me', connector, wait: async () => {}, clock, ...change };
}

async function findSaved(): Promise<Export | undefined> {
  return await database.exports.findExport(waiting.id);
}

test('an export is carried out to its end, and its lease is free again', async () => {
  await carryOutExport(workOf(), waiting);
  expect(await findSaved()).toMatchObject({ state: 'done', carried: 2, playlistId: 'p1' });
  expect(await database.leases.takeLease(LEASE, 'other', 1)).toBeDefined();
});

test.each([
  ['getOwner', new ServiceRefusedError('sandbox', 'not-registered'), 'only a handful of people'],
  ['createPlaylist', new ServiceRefusedError('sandbox', 'missing-scope'), 'not given leave'],
  ['createPlaylist', new ServiceRefusedError('sandbox', 'owner-without-premium'), 'Premium'],
  ['createPlaylist', new ServiceRefusedError('sandbox', 'forbidden'), 'no reason'],
  ['addItems', new ServiceBusyError('sandbox', 600, false), '10 minutes'],
  ['readItems', new ServiceUnavailableError('sandbox', 'timed out'), 'could not be reached'],
  ['getOwner', new ConnectionExpiredError('sandbox'), 'Connect again'],
] as const)('a failing %s (%s) ends in a sentence', async (call, error, words) => {
  world.failures[call] = error;
  await carryOutExport(workOf(), waiting);
  expect(await findSaved()).toMatchObject({ state: 'failed', failure: expect.stringContaining(words) });
});

test('how far a failed export came stays written down, and the next press goes on from there', async () => {
  world.failures.addItems = new ServiceBusyError('sandbox', 5, false);
  await carryOutExport(workOf(), waiting);
  expect(await findSaved()).toMatchObject({ state: 'failed', trackCount: 4, playlistId: 'p1' });
  delete world.failures.addItems;
  await database.exports.saveExport({ ...waiting, id: 'e2' });
  await carryOutExport(workOf(), { ...waiting, id: 'e2' });
  expect(await database.exports.findExport('e2')).toMatchObject({ state: 'done', isUpdate: true, added: 2 });
});

test.each([
  ['an account', () => ({ connector: { ...connector, openAccount: fail } })],
  ['damaged matches', () => ({ matches: { listMatches: fail } })],
  ['a damaged guide', () => ({ guides: { findGuide: fail } })],
  ['an unreadable connection', () => ({ connections: { ...database.connections, findConnection: fail } })],
  ['leases out of order', () => ({ leases: { ...database.leases, takeLease: fail } })],
])('%s: a fault of ours is thrown once the export is saved as failed', async (_what, change) => {
  await expect(carryOutExport(workOf(change()), waiting)).rejects.toThrow('secret detail');
  expect(await findSaved()).toMatchObject({ state: 'failed', failure: 'Something went wrong on our side.' });
});

function fail(): never {
  throw new DamagedDataError('secret detail', {});
}

test('without a connection, a guide or a service nothing is saved, and the export says so', async () => {
  await carryOutExport(workOf({ connector: undefined }), waiting);
  expect(await findSaved()).toMatchObject({
    state: 'failed',
    failure: expect.stringMatching(/no longer there/),
  });
});

test.each([new ConnectionExpiredError('sandbox'), new ServiceRefusedError('sandbox', 'missing-scope')])(
  'after %s the next press asks for consent, and finds the playlist made before',
  async (error) => {
    await carryOutExport(workOf(), waiting);
    world.failures.getOwner = error;
    await database.exports.saveExport({ ...waiting, id: 'e2' });
    await carryOutExport(workOf(), { ...waiting, id: 'e2' });
    expect(await database.connections.findConnection('c1')).toEqual({ ...CONNECTION, tokens: undefined });
    expect(await database.exports.findExportedPlaylist('sandbox', 'ann', 'night-bus')).toBeDefined();
  },
);

test.each([
  new ServiceRefusedError('sandbox', 'forbidden'),
  new ServiceUnavailableError('sandbox', 'is down'),
])('after %s the connection is kept', async (error) => {
  world.failures.getOwner = error;
  await carryOutExport(workOf(), waiting);
  expect(await database.connections.findConnection('c1')).toEqual(CONNECTION);
});

test('a connection without tokens ends the export at once', async () => {
  await database.connections.dropTokens(CONNECTION);
  await carryOutExport(workOf(), waiting);
  expect(await findSaved()).toMatchObject({ state: 'failed', failure: expect.stringMatching(/run out/) });
});

test('an export whose turn does not come ends in a sentence', async () => {
  await database.leases.takeLease(LEASE, 'other', 60);
  await carryOutExport(workOf(), waiting);
  expect(await findSaved()).toMatchObject({
    state: 'failed',
    failure: expect.stringMatching(/earlier press/),
  });
});

test.each([
  ['findPlaylist', 'making a playlist', 0, undefined],
  ['createPlaylist', 'filling it', 1, []],
] as const)('a lease lost during %s stops the work before %s', async (call, _what, playlists, items) => {
  await database.exports.saveExportedPlaylist({
    service: 'sandbox',
    accountId: 'ann',
    guide: 'night-bus',
    playlistId: 'gone',
  });
  let isLost = false;
  const { account } = world;
  const usual = { findPlaylist: account.findPlaylist, createPlaylist: account.createPlaylist };
  account.findPlaylist = async (id) => {
    isLost ||= call === 'findPlaylist';
    return await usual.findPlaylist(id);
  };
  account.createPlaylist = async (details) => {
    isLost ||= call === 'createPlaylist';
    return await usual.createPlaylist(details);
  };
  const leases = { ...database.leases, renewLease: async () => !isLost };
  await carryOutExport(workOf({ leases }), waiting);
  expect(await findSaved()).toMatchObject({ state: 'failed', failure: expect.stringMatching(/taken over/) });
  expect(world.playlists.size).toBe(playlists);
  expect(world.playlists.get('p1')?.items).toEqual(items);
});

test('an export that has ended is not failed afterwards', async () => {
  await carryOutExport(workOf(), waiting);
  const done = await findSaved();
  await failExport(workOf(), waiting, 'too late');
  expect(await findSaved()).toEqual(done);
  expect(done?.state).toBe('done');
});
