import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../src/adapters/database/database.ts';
import type { Export } from '../../../src/domain/exports/export.ts';
import type { Connection, Tokens } from '../../../src/domain/services/connection.ts';
import { listDatabases, plainSealer, type TestDatabase } from '../../support/databases.ts';
import { guideOf } from '../../support/small-guide.ts';

let count = 0;

const TOKENS: Tokens = {
  accessToken: 'a',
  expiresAt: '2026-01-31T13:00:00.000Z',
  refreshToken: 'r',
  scopes: ['s'],
};

/** A connection to an account of its own. */
function newConnection(facts: Partial<Connection> = {}): Connection {
  count += 1;
  return {
    id: `connection-${count}`,
    service: 'spotify',
    accountId: `account-${count}`,
    displayName: 'Ann',
    tokens: TOKENS,
    authorisedAt: '2026-01-31T12:00:00.000Z',
    ...facts,
  };
}

function newExport(connection: Connection, facts: Partial<Export> = {}): Export {
  count += 1;
  return {
    id: `export-${count}`,
    guide: 'film',
    connection: connection.id,
    service: connection.service,
    order: 'film',
    state: 'waiting',
    trackCount: 25,
    carried: 0,
    added: 0,
    leftOut: [{ track: 'a', title: 'A', grade: 'not-searched', reason: 'Nobody looked.' }],
    isUpdate: false,
    createdAt: '2026-01-31T12:00:00.000Z',
    updatedAt: '2026-01-31T12:00:00.000Z',
    ...facts,
  };
}

describe.each(listDatabases())('connections and exports on $name', ({ create }) => {
  let place: TestDatabase;
  let database: Database;
  let rekeyed: Database;
  let now = new Date('2026-01-31T12:00:00.000Z');
  const clock = () => now;

  beforeAll(async () => {
    place = await create();
    database = await openDatabase(place.options, plainSealer(), clock);
    rekeyed = await openDatabase(place.options, plainSealer('another key'), clock);
    const content = guideOf({ id: 'film', film: { title: 'Film', year: 2001 } });
    await database.guides.publishRevision({ content, author: 'ann', message: '' });
  });
  afterAll(async () => {
    await database?.close();
    await rekeyed?.close();
    await place?.drop();
  });

  test('a connection reads back as it was saved, and saving it again replaces it', async () => {
    const connection = newConnection();
    await database.connections.saveConnection(connection);
    expect(await database.connections.findConnection(connection.id)).toEqual(connection);
    const again = { ...connection, displayName: undefined, accountId: 'other' };
    await database.connections.saveConnection(again);
    expect(await database.connections.findConnection(connection.id)).toEqual(again);
    expect(await database.connections.findConnection('nothing')).toBeUndefined();
  });

  test('new tokens leave the rest as it was', async () => {
    const connection = newConnection();
    await database.connections.saveConnection(connection);
    const tokens = { ...TOKENS, accessToken: 'new', refreshToken: undefined };
    await database.connections.saveTokens(connection.id, tokens);
    expect(await database.connections.findConnection(connection.id)).toEqual({ ...connection, tokens });
  });

  test('dropped tokens leave the rest as it was, playlists included', async () => {
    const connection = newConnection();
    await database.connections.saveConnection(connection);
    await savePlaylistOf(connection);
    await database.connections.dropTokens(connection);
    const found = await database.connections.findConnection(connection.id);
    expect(found).toEqual({ ...connection, tokens: undefined });
    expect(await findPlaylistOf(connection)).toBe('p');
  });

  test('tokens of a later consent are not dropped for the failure of earlier ones', async () => {
    const connection = newConnection();
    const again = { ...connection, authorisedAt: '2026-01-31T12:30:00.000Z' };
    await database.connections.saveConnection(again);
    await database.connections.dropTokens(connection);
    expect(await database.connections.findConnection(connection.id)).toEqual(again);
  });

  test('a connection sealed with another key counts as absent, and stays for whoever has the key', async () => {
    const connection = newConnection();
    await database.connections.saveConnection(connection);
    await savePlaylistOf(connection);
    expect(await rekeyed.connections.findConnection(connection.id)).toBeUndefined();
    expect(await database.connections.findConnection(connection.id)).toEqual(connection);
    expect(await findPlaylistOf(connection)).toBe('p');
  });

  test('the playlists of an account are remembered until the last connection to it is gone', async () => {
    const here = newConnection();
    const there = newConnection({ accountId: here.accountId });
    for (const connection of [here, there]) await database.connections.saveConnection(connection);
    await savePlaylistOf(here);
    await database.connections.removeConnection(here.id);
    expect(await findPlaylistOf(there)).toBe('p');
    await database.connections.removeConnection(there.id);
    expect(await findPlaylistOf(there)).toBeUndefined();
  });

  test('an export reads back as it was saved, through all its states', async () => {
    const connection = newConnection();
    await database.connections.saveConnection(connection);
    const waiting = newExport(connection);
    await database.exports.saveExport(waiting);
    expect(await database.exports.findExport(waiting.id)).toEqual(waiting);
    const done = newExport(connection, {
      ...waiting,
      state: 'done',
      carried: 18,
      added: 3,
      playlistId: 'p',
      playlistUrl: 'https://example.org/p',
      playlistName: 'Film (2001)',
      isUpdate: true,
      updatedAt: '2026-01-31T12:01:00.000Z',
    });
    await database.exports.saveExport(done);
    expect(await database.exports.findExport(waiting.id)).toEqual(done);
    expect(await database.exports.findExport('nothing')).toBeUndefined();
  });

  test('the playlist of an account and guide is remembered, and the last one counts', async () => {
    const connection = newConnection();
    const { service, accountId } = connection;
    await database.connections.saveConnection(connection);
    expect(await database.exports.findExportedPlaylist(service, accountId, 'film')).toBeUndefined();
    for (const playlistId of ['first', 'second']) {
      await database.exports.saveExportedPlaylist({ service, accountId, guide: 'film', playlistId });
    }
    expect(await database.exports.findExportedPlaylist(service, accountId, 'film')).toEqual({
      service,
      accountId,
      guide: 'film',
      playlistId: 'second',
    });
    expect(await database.exports.findExportedPlaylist('sandbox', accountId, 'film')).toBeUndefined();
  });

  test('removing a connection takes its exports and playlists along and nobody else’s', async () => {
    const [mine, theirs] = [newConnection(), newConnection()];
    const made = new Map<Connection, Export>();
    for (const connection of [mine, theirs]) {
      await database.connections.saveConnection(connection);
      made.set(connection, newExport(connection));
      await database.exports.saveExport(made.get(connection) ?? newExport(connection));
      const { service, accountId } = connection;
      await database.exports.saveExportedPlaylist({ service, accountId, guide: 'film', playlistId: 'p' });
    }
    await database.connections.removeConnection(mine.id);
    const left = async (connection: Connection) => [
      await database.connections.findConnection(connection.id),
      await database.exports.findExport(made.get(connection)?.id ?? ''),
      await database.exports.findExportedPlaylist(connection.service, connection.accountId, 'film'),
    ];
    expect(await left(mine)).toEqual([undefined, undefined, undefined]);
    expect(await left(theirs)).not.toContain(undefined);
  });

  test('work that is still under way after a disconnect brings nothing back', async () => {
    const connection = newConnection();
    const { service, accountId } = connection;
    await database.connections.saveConnection(connection);
    const made = newExport(connection);
    await database.exports.saveExport(made);
    await database.connections.removeConnection(connection.id);
    await database.exports.saveExport({ ...made, state: 'done' });
    await database.exports.saveExportedPlaylist({ service, accountId, guide: 'film', playlistId: 'p' });
    await database.connections.saveTokens(connection.id, TOKENS);
    expect(await database.exports.findExport(made.id)).toBeUndefined();
    expect(await database.exports.findExportedPlaylist(service, accountId, 'film')).toBeUndefined();
    expect(await database.connections.findConnection(connection.id)).toBeUndefined();
  });

  test('what has not been used for long is removed, and reading is using', async () => {
    const [unused, used] = [newConnection(), newConnection()];
    await database.connections.removeUnusedConnections('9999');
    now = new Date('2026-01-01T00:00:00.000Z');
    for (const connection of [unused, used]) await database.connections.saveConnection(connection);
    now = new Date('2026-01-20T00:00:00.000Z');
    await database.connections.findConnection(used.id);
    expect(await database.connections.removeUnusedConnections('2026-01-10T00:00:00.000Z')).toBe(1);
    expect(await database.connections.findConnection(unused.id)).toBeUndefined();
    expect(await database.connections.findConnection(used.id)).toEqual(used);
  });

  test('no token stands in the table as it is', async () => {
    const sealer = { seal: async () => 'sealed', unseal: async () => ({}) };
    const sealed = await openDatabase(place.options, sealer);
    const connection = newConnection();
    await sealed.connections.saveConnection(connection);
    await expect(sealed.connections.findConnection(connection.id)).rejects.toThrow('damaged: the tokens');
    await sealed.close();
  });

  async function savePlaylistOf({ service, accountId }: Connection): Promise<void> {
    await database.exports.saveExportedPlaylist({ service, accountId, guide: 'film', playlistId: 'p' });
  }

  async function findPlaylistOf({ service, accountId }: Connection): Promise<string | undefined> {
    return (await database.exports.findExportedPlaylist(service, accountId, 'film'))?.playlistId;
  }
});
