import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSpotify, type Spotify } from '../../../src/adapters/spotify/spotify.ts';
import type { Tokens } from '../../../src/domain/services/connection.ts';
import { createSandbox } from '../../../src/sandbox/sandbox.ts';

const REDIRECT_URI = 'http://127.0.0.1:3000/connect/sandbox/callback';
const BANDS = [
  'Alder',
  'Birch',
  'Cedar',
  'Dogwood',
  'Elm',
  'Fir',
  'Ginkgo',
  'Hazel',
  'Ivy',
  'Juniper',
  'Kapok',
  'Larch',
];

let spotify: Spotify;
let now = new Date('2026-11-21T12:00:00Z');
let close: () => Promise<void>;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'spotify-sandbox-'));
  const catalogFile = join(folder, 'catalog.ndjson');
  writeFileSync(catalogFile, writeCatalog());
  const app = express();
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sandbox`;
  const client = { clientId: 'reel-notes', clientSecret: 'a secret: with a colon' };
  const clock = () => now;
  const sandbox = createSandbox({
    ...client,
    dataFile: ':memory:',
    catalogFile,
    publicUrl: url,
    redirectUris: [REDIRECT_URI],
    clock,
  });
  app.use('/sandbox', sandbox.handler);
  const addresses = { apiUrl: url, accountsUrl: `${url}/`, authorizeUrl: `${url}/authorize` };
  spotify = openSpotify({ ...client, ...addresses, service: 'sandbox', market: 'US', clock });
  close = async () => {
    spotify.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    sandbox.close();
    rmSync(folder, { recursive: true });
  };
});

afterAll(() => close());

describe('with the sandbox', () => {
  it('a recording is found by search and by id', async () => {
    const query = { title: 'Motel Song', performer: 'The “Cedar” Band', isFiltered: true };
    const found = await spotify.catalog.searchRecordings(query);
    expect(found).toHaveLength(10);
    expect(found.every(({ artists }) => artists.join() === 'The Cedar Band')).toBe(true);
    const [first] = found;
    expect(await spotify.catalog.findRecording(first?.id ?? '')).toEqual(first);
    expect(await spotify.catalog.findRecording('sandboxaaaaaaaaaaaaaaa')).toBeUndefined();
  });

  it('consent gives an account, whose playlist is made, filled beyond one page and read back', async () => {
    const { account } = await connectAs('sandbox-ada');
    expect(await account.getOwner()).toEqual({ accountId: 'sandboxAccount1', displayName: 'Ada Marsh' });
    const ids = (await Promise.all(BANDS.map(idsOf))).flat();
    expect(new Set(ids).size).toBe(120);
    const details = { name: 'Neon Motel', description: 'The music,\nin film order.', isPublic: true };
    const playlist = await account.createPlaylist(details);
    await account.addItems(playlist.id, ids);
    expect(await account.readItems(playlist.id)).toEqual(ids);
    expect(await account.findPlaylist(playlist.id)).toEqual(playlist);
    expect(await account.listPlaylists()).toEqual([playlist]);
    const page = await (await fetch(playlist.url)).text();
    expect(page).toContain('The music, in film order.');
  });

  it('a private playlist can be read back too, and is nobody else’s', async () => {
    const [bruno, chiyo] = [await connectAs('sandbox-bruno'), await connectAs('sandbox-chiyo')];
    const details = { name: 'Mine', description: '', isPublic: false };
    const { id } = await bruno.account.createPlaylist(details);
    expect(await bruno.account.readItems(id)).toEqual([]);
    expect(await chiyo.account.findPlaylist(id)).toBeUndefined();
    await expect(chiyo.account.addItems(id, await idsOf('Elm'))).rejects.toMatchObject({
      name: 'ServiceRefusedError',
      reason: 'forbidden',
    });
  });

  it('a playlist its owner has deleted is none, though its link still works', async () => {
    const { account, tokens } = await connectAs('sandbox-ada');
    const { id, url } = await account.createPlaylist({ name: 'Gone', description: '', isPublic: false });
    expect(await account.findPlaylist(id)).toMatchObject({ id });
    const library = `${new URL(url).origin}/sandbox/v1/me/library?uris=spotify:playlist:${id}`;
    const headers = { Authorization: `Bearer ${tokens.accessToken}` };
    expect((await fetch(library, { method: 'DELETE', headers })).status).toBe(200);
    expect((await fetch(url)).status).toBe(200);
    expect(await account.findPlaylist(id)).toBeUndefined();
  });

  it('a user off the app’s list may consent and is refused afterwards', async () => {
    const { account } = await connectAs('sandbox-visitor');
    await expect(account.getOwner()).rejects.toMatchObject({
      name: 'ServiceRefusedError',
      service: 'sandbox',
      reason: 'not-registered',
    });
  });

  it('a code works once, and only with its verifier', async () => {
    const { code, verifier } = await consent('sandbox-ada');
    const wrong = { code, verifier: randomBytes(32).toString('base64url'), redirectUri: REDIRECT_URI };
    await expect(spotify.connector.exchangeCode(wrong)).rejects.toMatchObject({
      name: 'ConnectionExpiredError',
    });
    const again = { ...wrong, verifier };
    await expect(spotify.connector.exchangeCode(again)).rejects.toMatchObject({
      name: 'ConnectionExpiredError',
    });
  });

  it('a connection lives on by its refresh token, until six months are over', async () => {
    const { account, tokens, saved } = await connectAs('sandbox-dolores');
    now = new Date('2026-11-22T12:00:00Z');
    expect(await account.getOwner()).toMatchObject({ displayName: 'Dolores Núñez' });
    expect(saved).toMatchObject([{ refreshToken: tokens.refreshToken, scopes: tokens.scopes }]);
    now = new Date('2027-05-22T12:00:00Z');
    await expect(account.getOwner()).rejects.toMatchObject({ name: 'ConnectionExpiredError' });
  });
});

/** What a visitor's browser does on the consent page: fetch the form, choose a user and press Allow. */
async function consent(user: string): Promise<{ code: string; verifier: string }> {
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const state = randomBytes(16).toString('base64url');
  const url = spotify.connector.consentUrl({ state, challenge, redirectUri: REDIRECT_URI });
  const page = await (await fetch(url)).text();
  const form = new URLSearchParams({ user, decision: 'allow' });
  for (const [, name = '', value = ''] of page.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)) {
    form.set(name, value);
  }
  const address = new URL(url).origin + new URL(url).pathname;
  const answer = await fetch(address, { method: 'POST', body: form, redirect: 'manual' });
  const location = new URL(answer.headers.get('location') ?? '');
  expect(location.searchParams.get('state')).toBe(state);
  return { code: location.searchParams.get('code') ?? '', verifier };
}

async function connectAs(user: string) {
  const { code, verifier } = await consent(user);
  const tokens = await spotify.connector.exchangeCode({ code, verifier, redirectUri: REDIRECT_URI });
  const saved: Tokens[] = [];
  const account = spotify.connector.openAccount(tokens, async (stale) => {
    const fresh = await spotify.connector.refresh(stale);
    saved.push(fresh);
    return fresh;
  });
  return { account, tokens, saved };
}

async function idsOf(band: string): Promise<string[]> {
  const query = { title: 'Motel Song', performer: `The ${band} Band`, isFiltered: false };
  return (await spotify.catalog.searchRecordings(query)).map(({ id }) => id);
}

/** Ten songs by each of twelve bands. */
function writeCatalog(): string {
  const rows = BANDS.flatMap((band) =>
    Array.from({ length: 10 }, (_, number) => ({
      title: `Motel Song ${number + 1}`,
      artists: [`The ${band} Band`],
      album: `${band} at the Motel`,
      duration_ms: 180_000 + number,
    })),
  );
  return rows.map((row) => JSON.stringify(row)).join('\n');
}
