import { describe, expect, it } from 'vitest';
import { idOf, openForTest, TOKENS } from './open-for-test.ts';
import { saved } from './spotify-server.ts';

const BASIC = `Basic ${Buffer.from('test-client:test-client-secret').toString('base64')}`;

describe('what is sent for a catalog', () => {
  it('is a search for ten tracks, encoded once, without the slash at the end', async () => {
    const { server, spotify } = await openForTest();
    server.answer(saved('search'));
    await spotify.catalog.searchRecordings({
      title: 'Pool & Käfer + 2%',
      performer: 'Ida Quill',
      isFiltered: true,
    });
    expect(server.calls).toMatchObject([
      {
        method: 'GET',
        path: '/service/v1/search',
        query: {
          q: 'track:"Pool & Käfer + 2%" artist:"Ida Quill"',
          type: 'track',
          limit: '10',
          market: 'US',
        },
        headers: { authorization: 'Bearer fixture-app-token' },
        body: undefined,
      },
    ]);
    expect(server.grants).toMatchObject([
      {
        method: 'POST',
        path: '/service/api/token',
        headers: { authorization: BASIC, 'content-type': 'application/x-www-form-urlencoded' },
        body: { grant_type: 'client_credentials' },
      },
    ]);
  });

  it('is a look-up of one track', async () => {
    const { server, spotify } = await openForTest();
    server.answer(saved('track'));
    await spotify.catalog.findRecording(idOf(1));
    expect(server.calls).toMatchObject([
      { method: 'GET', path: `/service/v1/tracks/${idOf(1)}`, query: { market: 'US' } },
    ]);
  });

  it('is nothing when there is nothing to search for, or no id to look up', async () => {
    const { server, spotify } = await openForTest();
    expect(await spotify.catalog.searchRecordings({ title: ' - ', isFiltered: false })).toEqual([]);
    expect(await spotify.catalog.findRecording('../me')).toBeUndefined();
    expect(server.calls).toEqual([]);
  });

  it('asks for one app token however many searches there are', async () => {
    const { server, spotify } = await openForTest();
    server.answer(saved('search'), saved('search'), saved('search'));
    const search = () => spotify.catalog.searchRecordings({ title: 'Pool', isFiltered: false });
    await Promise.all([search(), search()]);
    await search();
    expect(server.calls).toHaveLength(3);
    expect(server.grants).toHaveLength(1);
  });
});

describe('what is sent for a consent', () => {
  it('is the browser, with a challenge and the scopes that a playlist needs', async () => {
    const { spotify } = await openForTest({ authorizeUrl: 'http://127.0.0.1:3000/sandbox/authorize' });
    const redirectUri = 'http://127.0.0.1:3000/connect/spotify/callback?from=a&to=b';
    const url = new URL(
      spotify.connector.consentUrl({ state: 'a b&c', challenge: 'CHALLENGE', redirectUri }),
    );
    expect(url.origin + url.pathname).toBe('http://127.0.0.1:3000/sandbox/authorize');
    expect(spotify.connector.consentOrigin).toBe('http://127.0.0.1:3000');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'test-client',
      response_type: 'code',
      redirect_uri: redirectUri,
      scope: 'playlist-modify-public playlist-modify-private playlist-read-private',
      state: 'a b&c',
      code_challenge_method: 'S256',
      code_challenge: 'CHALLENGE',
    });
  });

  it('is the code with its verifier, and the tokens are read with what was really granted', async () => {
    const { server, spotify } = await openForTest();
    server.grant(saved('token'));
    const answer = { code: 'CODE', verifier: 'VERIFIER', redirectUri: 'http://127.0.0.1/callback' };
    expect(await spotify.connector.exchangeCode(answer)).toEqual({
      accessToken: 'fixture-access-new',
      refreshToken: 'fixture-refresh-new',
      expiresAt: '2026-11-21T13:00:00.000Z',
      scopes: ['playlist-modify-public', 'playlist-read-private'],
    });
    expect(server.grants).toMatchObject([
      {
        method: 'POST',
        path: '/service/api/token',
        query: {},
        headers: { authorization: BASIC, 'content-type': 'application/x-www-form-urlencoded' },
        body: {
          grant_type: 'authorization_code',
          code: 'CODE',
          redirect_uri: 'http://127.0.0.1/callback',
          code_verifier: 'VERIFIER',
        },
      },
    ]);
  });

  it.each([
    ['token', 'fixture-refresh-new', ['playlist-modify-public', 'playlist-read-private']],
    ['token-kept', 'test-refresh-old', TOKENS.scopes],
  ])('is the refresh token, and %s.json gives the next ones', async (name, refreshToken, scopes) => {
    const { server, spotify } = await openForTest();
    server.grant(saved(name));
    expect(await spotify.connector.refresh(TOKENS)).toEqual({
      accessToken: 'fixture-access-new',
      expiresAt: '2026-11-21T13:00:00.000Z',
      refreshToken,
      scopes,
    });
    expect(server.grants).toMatchObject([
      {
        headers: { authorization: BASIC },
        body: { grant_type: 'refresh_token', refresh_token: 'test-refresh-old' },
      },
    ]);
  });
});

describe('what is sent for a playlist', () => {
  it('is a name that fits, and then the description by itself', async () => {
    const { server, openAccount } = await openForTest();
    server.answer(saved('playlist', 201), { status: 200 });
    const name = 'Neon Motel,\nin film order';
    await openAccount().createPlaylist({ name, description: 'The music.\nAll of it.', isPublic: false });
    expect(server.calls).toMatchObject([
      {
        method: 'POST',
        path: '/service/v1/me/playlists',
        headers: { authorization: 'Bearer test-access-old', 'content-type': 'application/json' },
        body: { name: 'Neon Motel, in film order', public: false },
      },
      {
        method: 'PUT',
        path: `/service/v1/playlists/${idOf(500)}`,
        body: { description: 'The music. All of it.' },
      },
    ]);
  });

  it('is no description when there is none', async () => {
    const { server, openAccount } = await openForTest();
    server.answer(saved('playlist', 201));
    await openAccount().createPlaylist({ name: 'Neon', description: ' ', isPublic: true });
    expect(server.calls).toMatchObject([{ method: 'POST', body: { name: 'Neon', public: true } }]);
  });

  it('is a hundred recordings at a time, in order and in the body', async () => {
    const { server, openAccount } = await openForTest();
    const answer = { status: 201, body: '{"snapshot_id":"x"}' };
    server.answer(answer, answer, answer);
    const ids = Array.from({ length: 201 }, (_, number) => idOf(number));
    await openAccount().addItems(idOf(500), ids);
    const path = `/service/v1/playlists/${idOf(500)}/items`;
    const headers = { authorization: 'Bearer test-access-old', 'content-type': 'application/json' };
    expect(server.calls).toMatchObject(
      [ids.slice(0, 100), ids.slice(100, 200), ids.slice(200)].map((some) => ({
        method: 'POST',
        path,
        query: {},
        headers,
        body: { uris: some.map((id) => `spotify:track:${id}`) },
      })),
    );
  });

  it('is nothing when there is nothing to add', async () => {
    const { server, openAccount } = await openForTest();
    await openAccount().addItems(idOf(500), []);
    expect(server.calls).toEqual([]);
  });

  it('is never an id that would lead elsewhere', async () => {
    const { server, openAccount } = await openForTest();
    const account = openAccount();
    await expect(account.readItems('../me')).rejects.toThrow('"../me" is not an id');
    await expect(account.addItems(idOf(500), [idOf(1), 'a/b'])).rejects.toThrow('"a/b" is not an id');
    expect(await account.findPlaylist('..')).toBeUndefined();
    expect(server.calls).toEqual([]);
  });

  it('is one question about the library, whether the playlist is still there', async () => {
    const { server, openAccount } = await openForTest();
    server.answer(saved('playlist'), saved('me'), { body: '[true]' });
    await openAccount().findPlaylist(idOf(500));
    expect(server.calls.at(-1)).toMatchObject({
      method: 'GET',
      path: '/service/v1/me/library/contains',
      query: { uris: `spotify:playlist:${idOf(500)}` },
      headers: { authorization: 'Bearer test-access-old' },
    });
  });

  it('is page after page of fifty', async () => {
    const { server, openAccount } = await openForTest();
    server.answer(
      saved('items-first'),
      saved('items-last'),
      saved('playlists-first'),
      saved('playlists-last'),
    );
    await openAccount().readItems(idOf(500));
    await openAccount().listPlaylists();
    const pages = [
      { limit: '50', offset: '0' },
      { limit: '50', offset: '50' },
    ];
    expect(server.calls.map(({ method, path, query }) => ({ method, path, query }))).toEqual([
      ...pages.map((query) => ({ method: 'GET', path: `/service/v1/playlists/${idOf(500)}/items`, query })),
      ...pages.map((query) => ({ method: 'GET', path: '/service/v1/me/playlists', query })),
    ]);
  });
});
