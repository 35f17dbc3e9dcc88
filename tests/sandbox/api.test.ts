import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { json, type RunningSandbox, refusal, startSandbox } from './start-sandbox.ts';

let sandbox: RunningSandbox;
let token: string;
let appToken: string;
beforeAll(async () => {
  sandbox = await startSandbox();
  token = await sandbox.signIn();
  const answer = await sandbox.token({ grant_type: 'client_credentials' });
  appToken = String((await json(answer)).access_token);
});
afterAll(() => sandbox.close());

describe('a token', () => {
  test.each([
    ['missing', undefined, 'No token provided'],
    ['made up', 'Bearer made-up', 'Invalid access token'],
    ['of another kind', 'Basic eDp5', 'No token provided'],
  ])('that is %s is answered 401, and the header says why', async (_what, header, why) => {
    const response = await fetch(`${sandbox.url}/v1/me`, {
      headers: header ? { Authorization: header } : {},
    });
    expect(response.headers.get('www-authenticate')).toContain(`error_description="${why}"`);
    expect(await refusal(response)).toBe('401 Missing/invalid/expired access token');
  });

  test('is good for 3600 seconds and then expired', async () => {
    const clocked = await startSandbox();
    const short = await clocked.signIn();
    clocked.pass(3_599_000);
    expect((await clocked.call(short, 'GET', '/me')).status).toBe(200);
    clocked.pass(1_000);
    expect(await refusal(clocked.call(short, 'GET', '/me'))).toBe('401 The access token expired');
    clocked.close();
  });

  test('of a user who is not on the list is refused in plain text on every call', async () => {
    const outsider = await sandbox.signIn('sandbox-visitor');
    for (const [method, path] of [
      ['GET', '/me'],
      ['GET', '/search?q=angel&type=track'],
      ['POST', '/me/playlists'],
      ['GET', '/no/such/path'],
    ] as const) {
      const response = await sandbox.call(outsider, method, path);
      expect(response.status).toBe(403);
      expect(response.headers.get('content-type')).toContain('text/plain');
      expect(await response.text()).toBe(
        'Check settings on developer.spotify.com/dashboard, the user may not be registered.',
      );
    }
  });

  test('of the app alone finds music but is nobody', async () => {
    expect((await sandbox.call(appToken, 'GET', '/search?q=angel&type=track')).status).toBe(200);
    const refused = '401 Valid user authentication required';
    expect(await refusal(sandbox.call(appToken, 'GET', '/me'))).toBe(refused);
    expect(await refusal(sandbox.call(appToken, 'POST', '/me/playlists', { name: 'x' }))).toBe(refused);
  });
});

describe('/me', () => {
  test('gives the account id and no field that Development Mode lost', async () => {
    expect(await json(await sandbox.call(token, 'GET', '/me'))).toEqual({
      account_id: 'sandboxAccount1',
      display_name: 'Ada Marsh',
      external_urls: { spotify: `${sandbox.url}/#sandbox-ada` },
      href: `${sandbox.url}/v1/users/sandbox-ada`,
      id: 'sandbox-ada',
      images: [],
      type: 'user',
      uri: 'spotify:user:sandbox-ada',
    });
  });

  test('knows five users, one of them without a display name', async () => {
    const names = ['sandbox-ada', 'sandbox-bruno', 'sandbox-chiyo', 'sandbox-dolores', 'sandbox-nameless'];
    for (const name of names) {
      const me = await json(await sandbox.call(await sandbox.signIn(name, ''), 'GET', '/me'));
      expect(me.id).toBe(name);
      if (name === 'sandbox-nameless') expect(me.display_name).toBeNull();
    }
  });
});

describe('a removed path', () => {
  test.each([
    'POST /users/sandbox-ada/playlists',
    'GET /users/sandbox-ada/playlists',
    'GET /users/sandbox-ada',
    'GET /playlists/x/tracks',
    'POST /playlists/x/tracks',
    'PUT /playlists/x/tracks',
    'DELETE /playlists/x/tracks',
    'GET /tracks?ids=a,b',
    'GET /albums?ids=a,b',
    'GET /artists?ids=a,b',
    'PUT /me/tracks',
    'DELETE /me/tracks',
    'PUT /me/albums',
    'DELETE /me/albums',
    'GET /me/tracks/contains',
    'PUT /playlists/x/followers',
    'DELETE /playlists/x/followers',
    'PUT /me/following',
    'DELETE /me/following',
    'GET /artists/x/top-tracks',
    'GET /browse/new-releases',
    'GET /browse/categories/x/playlists',
    'GET /markets',
    'GET /recommendations',
    'GET /audio-features/x',
  ])('answers %s with Forbidden', async (line) => {
    const [method = '', path = ''] = line.split(' ');
    expect(await refusal(sandbox.call(token, method, path))).toBe('403 Forbidden');
  });
});

describe('the URL table', () => {
  test('answers 404 to a path it does not have', async () => {
    expect(await refusal(sandbox.call(token, 'GET', '/no/such/path'))).toBe('404 Service not found');
  });

  test.each([
    ['PATCH', '/me', 'GET'],
    ['POST', '/search', 'GET'],
    ['DELETE', '/me/playlists', 'GET, POST'],
    ['PATCH', '/playlists/x/items', 'GET, POST, PUT, DELETE'],
    ['POST', '/me/library', 'PUT, DELETE'],
  ])('answers 405 to %s %s and says what is allowed', async (method, path, allowed) => {
    const response = await sandbox.call(token, method, path);
    expect(response.headers.get('allow')).toBe(allowed);
    expect(await refusal(response)).toBe(`405 Method ${method} is not allowed on /sandbox/v1${path}`);
  });

  test('hides what went wrong when a request cannot be read', async () => {
    const response = await sandbox.call(token, 'GET', '/tracks/%E0%A4%A');
    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain('/src/');
  });
});

describe('/me/library', () => {
  const uris = (list: string[]) => `/me/library?uris=${list.join(',')}`;
  const contains = async (list: string[]) =>
    (await sandbox.call(token, 'GET', uris(list).replace('library', 'library/contains'))).json();

  test('saves, tells and removes', async () => {
    const [track] = await findTrackUris('angel eyes sting');
    expect((await sandbox.call(token, 'PUT', uris([track]))).status).toBe(200);
    expect(await contains([track, 'spotify:track:0123456789012345678901'])).toEqual([true, false]);
    expect((await sandbox.call(token, 'DELETE', uris([track]))).status).toBe(200);
    expect(await contains([track])).toEqual([false]);
  });

  test('is where an owner lets go of a playlist, whose link still works', async () => {
    const made = await json(await sandbox.call(token, 'POST', '/me/playlists', { name: 'For a while' }));
    const uri = String(made.uri);
    expect(await contains([uri])).toEqual([true]);
    expect((await sandbox.call(token, 'DELETE', uris([uri]))).status).toBe(200);
    expect(await contains([uri])).toEqual([false]);
    const list = await json(await sandbox.call(token, 'GET', '/me/playlists'));
    expect(list.items).not.toContainEqual(expect.objectContaining({ uri }));
    expect((await sandbox.call(token, 'GET', `/playlists/${made.id}`)).status).toBe(200);
  });

  test('refuses what it cannot save', async () => {
    expect(await refusal(sandbox.call(token, 'PUT', '/me/library'))).toBe(
      '400 Missing required query parameter: uris',
    );
    expect(await refusal(sandbox.call(token, 'PUT', uris(['spotify:show:x'])))).toBe(
      '400 Invalid or unsupported uri: spotify:show:x',
    );
    expect(await refusal(sandbox.call(token, 'PUT', uris(['spotify:track:x'])))).toBe(
      '404 Resource not found: spotify:track:x',
    );
    const many = Array.from({ length: 41 }, (_, index) => `spotify:track:${index}`);
    expect(await refusal(sandbox.call(token, 'PUT', uris(many)))).toBe(
      '400 A maximum of 40 uris per request',
    );
    const modest = await sandbox.signIn('sandbox-ada', 'playlist-modify-public');
    expect(await refusal(sandbox.call(modest, 'PUT', uris(['spotify:track:x'])))).toBe(
      '403 Insufficient client scope',
    );
  });

  async function findTrackUris(text: string): Promise<[string]> {
    const response = await sandbox.call(token, 'GET', `/search?type=track&q=${encodeURIComponent(text)}`);
    const { tracks } = (await response.json()) as { tracks: { items: [{ uri: string }] } };
    return [tracks.items[0].uri];
  }
});
