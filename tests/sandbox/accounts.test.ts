import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  basic,
  CLIENT_ID,
  CLIENT_SECRET,
  codeForm,
  json,
  REDIRECT_URI,
  type RunningSandbox,
  startSandbox,
} from './start-sandbox.ts';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const HOUR = 3_600_000;
const withoutPkce = { code_challenge: undefined, code_challenge_method: undefined };

describe('the consent page', () => {
  test('names the app, the users, the permissions in plain words and both buttons', async () => {
    const response = await sandbox.authorize({ scope: 'playlist-modify-public ugc-image-upload' });
    const html = await response.text();
    expect(response.status).toBe(200);
    for (const words of [
      CLIENT_ID,
      'Ada Marsh',
      'Vera Outside',
      "not on the app's list",
      'Make and change your public playlists',
      'Upload a cover for your playlists',
      'Allow',
      'Cancel',
      'Sandbox',
    ]) {
      expect(html).toContain(words);
    }
    expect(html).not.toContain('private playlists');
    expect(html).not.toContain('<script');
  });

  test('sets no cookie and may send its form to itself and to the app only', async () => {
    const { headers } = await sandbox.authorize();
    expect(headers.get('set-cookie')).toBeNull();
    const policy = headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("style-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self' http://127.0.0.1:3000;");
  });

  test('keeps what the app sent from being read as HTML', async () => {
    const html = await (await sandbox.authorize({ state: '"><script>x</script>' })).text();
    expect(html).not.toContain('<script');
  });

  test('goes back with a code and the state when allowed', async () => {
    const back = await sandbox.consent();
    expect(back.href.startsWith(`${REDIRECT_URI}?`)).toBe(true);
    expect(back.searchParams.get('code')).toMatch(/^sandbox-code-/);
    expect(back.searchParams.get('state')).toBe('state-of-the-app');
  });

  test('goes back with access_denied and the state when cancelled', async () => {
    const back = await sandbox.consent({ decision: 'cancel' });
    expect(Object.fromEntries(back.searchParams)).toEqual({
      error: 'access_denied',
      state: 'state-of-the-app',
    });
  });

  test.each([
    ['an unknown app', { client_id: 'somebody-else' }, 'Invalid client'],
    ['an unknown address', { redirect_uri: 'http://127.0.0.1:3000/elsewhere' }, 'Invalid redirect URI'],
    ['an address with one slash more', { redirect_uri: `${REDIRECT_URI}/` }, 'Invalid redirect URI'],
    ['no address', { redirect_uri: undefined }, 'Invalid redirect URI'],
  ])('shows %s to the person and sends nobody anywhere', async (_what, parameters, words) => {
    const response = await sandbox.authorize(parameters);
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
    expect(await response.text()).toContain(words);
    expect((await sandbox.consent(parameters)).href).toBe('status:400');
  });

  test.each([
    ['unsupported_response_type', { response_type: 'token' }],
    ['invalid_scope', { scope: 'playlist-modify-public rule-the-world' }],
    ['invalid_request', { code_challenge_method: 'plain' }],
    ['invalid_request', { code_challenge: 'short' }],
  ])('tells the app of %s by going back at once', async (error, parameters) => {
    const response = await sandbox.authorize(parameters);
    expect(response.status).toBe(302);
    expect(new URL(response.headers.get('location') ?? '').searchParams.get('error')).toBe(error);
    expect((await sandbox.consent(parameters)).searchParams.get('error')).toBe(error);
  });

  test('accepts no user it does not know, no JSON and no other method', async () => {
    expect((await sandbox.consent({ user: 'nobody' })).href).toBe('status:400');
    const send = (method: string, type: string) =>
      fetch(`${sandbox.url}/authorize`, { method, headers: { 'Content-Type': type }, body: '{}' });
    expect((await send('POST', 'application/json')).status).toBe(400);
    const put = await send('PUT', 'application/x-www-form-urlencoded');
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, POST']);
  });
});

describe('a code', () => {
  test('becomes an access token for an hour and a refresh token, with the scope that was granted', async () => {
    const back = await sandbox.consent({ scope: 'playlist-modify-public playlist-read-private' });
    const response = await sandbox.token(codeForm(back));
    expect(response.status).toBe(200);
    expect(await json(response)).toEqual({
      access_token: expect.stringMatching(/^sandbox-access-/),
      token_type: 'Bearer',
      scope: 'playlist-modify-public playlist-read-private',
      expires_in: 3600,
      refresh_token: expect.stringMatching(/^sandbox-refresh-/),
    });
  });

  test('is taken with the secret in the form too', async () => {
    const form = { ...codeForm(await sandbox.consent()), client_id: CLIENT_ID, client_secret: CLIENT_SECRET };
    expect((await sandbox.token(form, {})).status).toBe(200);
  });

  test('is taken without a secret when PKCE proves the app', async () => {
    const form = { ...codeForm(await sandbox.consent()), client_id: CLIENT_ID };
    const answer = await sandbox.token(form, {});
    expect(answer.status).toBe(200);
    const refresh_token = String((await json(answer)).refresh_token);
    const again = await sandbox.token(
      { grant_type: 'refresh_token', refresh_token, client_id: CLIENT_ID },
      {},
    );
    expect(again.status).toBe(200);
  });

  test('is taken without PKCE when the secret proves the app', async () => {
    const { code_verifier: _none, ...form } = codeForm(await sandbox.consent(withoutPkce));
    expect((await sandbox.token(form)).status).toBe(200);
  });

  test('works once', async () => {
    const form = codeForm(await sandbox.consent());
    await sandbox.token(form);
    const again = await sandbox.token(form);
    expect(again.status).toBe(400);
    expect(await json(again)).toEqual({
      error: 'invalid_grant',
      error_description: 'Invalid authorization code',
    });
  });

  test('is too old after ten minutes', async () => {
    const form = codeForm(await sandbox.consent());
    sandbox.pass(HOUR / 6);
    expect((await json(await sandbox.token(form))).error_description).toBe('Invalid authorization code');
  });

  test.each([
    [
      'another redirect URI',
      { redirect_uri: 'http://127.0.0.1:3000/' },
      'invalid_grant',
      'Invalid redirect URI',
    ],
    ['a wrong verifier', { code_verifier: 'x'.repeat(43) }, 'invalid_grant', 'code_verifier was incorrect'],
    ['a field nobody knows', { flavour: 'vanilla' }, 'invalid_request', 'Unknown field "flavour"'],
    ['another client id', { client_id: 'other' }, 'invalid_client', 'Invalid client'],
    [
      'another kind of grant',
      { grant_type: 'password' },
      'unsupported_grant_type',
      'Unsupported grant_type "password"',
    ],
  ])('is refused with %s', async (_what, fields, error, error_description) => {
    const response = await sandbox.token({ ...codeForm(await sandbox.consent()), ...fields });
    expect(response.status).toBe(400);
    expect(await json(response)).toEqual({ error, error_description });
  });

  test('is refused without its verifier, and with one that was never announced', async () => {
    const { code_verifier: _none, ...form } = codeForm(await sandbox.consent());
    expect((await json(await sandbox.token(form))).error_description).toBe('code_verifier required');
    const unannounced = codeForm(await sandbox.consent(withoutPkce));
    expect((await json(await sandbox.token(unannounced))).error).toBe('invalid_grant');
  });

  test('is refused with a wrong secret, and with neither secret nor PKCE', async () => {
    const wrong = await sandbox.token(codeForm(await sandbox.consent()), basic(CLIENT_ID, 'wrong'));
    expect([wrong.status, (await json(wrong)).error]).toEqual([400, 'invalid_client']);
    const { code_verifier: _none, ...form } = codeForm(await sandbox.consent(withoutPkce));
    const bare = await sandbox.token({ ...form, client_id: CLIENT_ID }, {});
    expect(await json(bare)).toEqual({ error: 'invalid_client', error_description: 'Invalid client' });
  });
});

describe('a refresh token', () => {
  const newTokens = async () => json(await sandbox.token(codeForm(await sandbox.consent())));
  const refresh = (token: unknown) =>
    sandbox.token({ grant_type: 'refresh_token', refresh_token: String(token) });

  test('gives a new access token and no new refresh token', async () => {
    const { access_token, refresh_token, scope } = await newTokens();
    const answer = await json(await refresh(refresh_token));
    expect(answer).toMatchObject({ token_type: 'Bearer', scope, expires_in: 3600 });
    expect(answer.access_token).not.toBe(access_token);
    expect(answer).not.toHaveProperty('refresh_token');
    const me = await sandbox.call(String(answer.access_token), 'GET', '/me');
    expect((await json(me)).id).toBe('sandbox-ada');
  });

  test('ends six months after the consent, although it was used meanwhile', async () => {
    const { refresh_token } = await newTokens();
    sandbox.pass(180 * 24 * HOUR);
    expect((await refresh(refresh_token)).status).toBe(200);
    sandbox.pass(2 * 24 * HOUR);
    const late = await refresh(refresh_token);
    expect(late.status).toBe(400);
    expect(await json(late)).toEqual({ error: 'invalid_grant', error_description: 'Refresh token expired' });
  });

  test('is refused when unknown, and without the secret when it was won with one', async () => {
    expect((await json(await refresh('made-up'))).error).toBe('invalid_grant');
    const { code_verifier: _none, ...form } = codeForm(await sandbox.consent(withoutPkce));
    const { refresh_token } = await json(await sandbox.token(form));
    const bare = { grant_type: 'refresh_token', refresh_token: String(refresh_token), client_id: CLIENT_ID };
    expect((await json(await sandbox.token(bare, {}))).error).toBe('invalid_client');
  });
});

describe('the token address', () => {
  test('gives the app a token of its own, without scope or refresh token', async () => {
    const answer = await json(await sandbox.token({ grant_type: 'client_credentials' }));
    expect(Object.keys(answer)).toEqual(['access_token', 'token_type', 'expires_in']);
    const bare = await sandbox.token({ grant_type: 'client_credentials', client_id: CLIENT_ID }, {});
    expect((await json(bare)).error).toBe('invalid_client');
  });

  test('takes forms only, by POST only, each field once', async () => {
    const sent = await fetch(`${sandbox.url}/api/token`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    });
    expect(await json(sent)).toEqual({
      error: 'invalid_request',
      error_description: 'Content-Type must be application/x-www-form-urlencoded',
    });
    expect((await sandbox.get('/api/token')).status).toBe(405);
    const twice = await fetch(`${sandbox.url}/api/token`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'grant_type=client_credentials&grant_type=client_credentials',
    });
    expect((await json(twice)).error_description).toBe('Field "grant_type" is given twice');
  });
});
