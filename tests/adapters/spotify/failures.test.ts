import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { idOf, NOW, openForTest, TOKENS } from './open-for-test.ts';
import { type Answer, readSaved, saved } from './spotify-server.ts';

const QUERY = { title: 'The Empty Pool', isFiltered: false };
const failing: Answer = { status: 502, body: '<html>Bad Gateway</html>', type: 'text/html' };
const expired = saved('error-expired-token', 401);

describe('an answer that makes no sense', () => {
  it.each([
    ['empty', { body: '' }],
    ['null', { body: 'null' }],
    ['cut JSON', { body: readSaved('search').slice(0, 300) }],
    ['HTML', { body: '<html>Welcome</html>', type: 'text/html' }],
    ['another shape', { body: '{"tracks":{"items":[{"id":7}]}}' }],
    ['a list instead of an object', { body: '[]' }],
  ])('is unavailability: %s', async (_what, answer) => {
    const { server, spotify } = await openForTest();
    server.answer(answer);
    await expect(spotify.catalog.searchRecordings(QUERY)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: 'spotify sent an answer that makes no sense',
    });
    expect(server.calls).toHaveLength(1);
  });

  it('is unavailability for tokens too', async () => {
    const { server, spotify } = await openForTest();
    server.grant({ body: '{"token":"x"}' });
    await expect(spotify.connector.refresh(TOKENS)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
  });

  it('is a playlist whose address is not one a browser should open', async () => {
    const { server, openAccount } = await openForTest();
    server.answer({ body: readSaved('playlist').replace(/https:[^"]*playlist[^"]*/, 'javascript:alert(1)') });
    await expect(openAccount().findPlaylist(idOf(500))).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
  });
});

describe('reading', () => {
  it.each([
    ['502 in HTML', failing],
    ['503 with a null body', { status: 503, body: 'null' }],
    ['an answer that breaks off', { body: '{"tracks":', cut: true }],
  ])('is tried again twice after %s, with a growing pause', async (_what, bad) => {
    const { server, spotify, waits } = await openForTest();
    server.answer(bad, bad, saved('search'));
    expect(await spotify.catalog.searchRecordings(QUERY)).toHaveLength(2);
    expect(server.calls).toHaveLength(3);
    const [first = 0, second = 0] = waits;
    expect(first).toBeGreaterThanOrEqual(300);
    expect(first).toBeLessThanOrEqual(450);
    expect(second).toBeGreaterThanOrEqual(1200);
    expect(second).toBeLessThanOrEqual(1800);
  });

  it('is given up after the third time', async () => {
    const { server, spotify } = await openForTest();
    server.answer(failing, failing, failing, saved('search'));
    await expect(spotify.catalog.searchRecordings(QUERY)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: 'spotify answered with status 502',
    });
    expect(server.calls).toHaveLength(3);
  });

  it('is given up when no answer comes in time', async () => {
    const { server, spotify } = await openForTest({ timeoutMs: 40 });
    server.answer({ silent: true }, { silent: true }, { silent: true });
    await expect(spotify.catalog.searchRecordings(QUERY)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: 'spotify did not answer within 0.04 s',
    });
    expect(server.calls).toHaveLength(3);
  });

  it('keeps the pace with every attempt, and tokens do not count', async () => {
    const { server, spotify, waits } = await openForTest({ requestsPerSecond: 0.01 });
    server.answer(failing, saved('search'));
    await spotify.catalog.searchRecordings(QUERY);
    const paced = waits.filter((ms) => ms > 50_000);
    expect(server.grants).toHaveLength(1);
    expect(paced).toHaveLength(1);
  });
});

describe('writing', () => {
  it.each([
    ['502', failing],
    ['an answer that breaks off', { status: 201, body: '{', cut: true }],
    ['a missing playlist that is not new', saved('error-not-found', 404)],
  ])('is never done twice after %s', async (_what, bad) => {
    const { server, openAccount, waits } = await openForTest();
    server.answer(bad);
    await expect(openAccount().addItems(idOf(500), [idOf(1)])).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
    expect(server.calls).toHaveLength(1);
    expect(waits).toEqual([]);
  });

  it('to a playlist just made is tried again while it is not found', async () => {
    const { server, openAccount, waits } = await openForTest();
    const missing = saved('error-not-found', 404);
    server.answer(saved('playlist', 201), missing, missing, missing, { status: 201 });
    const account = openAccount();
    const { id } = await account.createPlaylist({ name: 'Neon', description: '', isPublic: true });
    await account.addItems(id, [idOf(1)]);
    expect(server.calls).toHaveLength(5);
    const total = waits.reduce((sum, ms) => sum + ms, 0);
    expect(waits).toHaveLength(3);
    expect(total).toBeLessThan(6000);
  });

  it('to a playlist just made is given up when it stays away', async () => {
    const { server, openAccount } = await openForTest();
    const missing = saved('error-not-found', 404);
    server.answer(saved('playlist', 201), missing, missing, missing, missing);
    const account = openAccount();
    const { id } = await account.createPlaylist({ name: 'Neon', description: '', isPublic: true });
    await expect(account.addItems(id, [idOf(1)])).rejects.toThrow(
      'answered with status 404: Resource not found',
    );
    expect(server.calls).toHaveLength(5);
  });
});

describe('a refusal', () => {
  it('in plain text keeps its reason', async () => {
    const { server, openAccount } = await openForTest();
    const body = 'The user is not registered for this application.';
    server.answer({ status: 403, body, type: 'text/plain' });
    await expect(openAccount().getOwner()).rejects.toMatchObject({
      name: 'ServiceRefusedError',
      reason: 'not-registered',
    });
  });

  it.each([
    [
      'for a moment',
      { status: 429, body: 'Too many requests', type: 'text/plain', headers: { 'retry-after': '3' } },
      3,
      false,
    ],
    ['for the day', { ...saved('error-quota', 429), headers: { 'retry-after': '48925' } }, 48_925, true],
  ])('that asks us to wait %s is not tried again', async (_what, answer, retryAfterSeconds, isQuota) => {
    const { server, spotify } = await openForTest();
    server.answer(answer);
    await expect(spotify.catalog.searchRecordings(QUERY)).rejects.toMatchObject({
      name: 'ServiceBusyError',
      retryAfterSeconds,
      isQuota,
    });
    expect(server.calls).toHaveLength(1);
  });

  it('by sending us elsewhere is not followed', async () => {
    const { server, openAccount } = await openForTest();
    server.answer({ status: 302, headers: { location: `${server.url}/v1/me` } }, saved('me'));
    await expect(openAccount().getOwner()).rejects.toThrow('answered with status 302');
    expect(server.calls).toHaveLength(1);
  });
});

describe('an access token that is no longer taken', () => {
  it('is renewed once, saved before it is used, and the request repeated', async () => {
    const { server, spotify } = await openForTest();
    server.answer(expired, saved('me'), saved('me'));
    server.grant(saved('token'));
    const callsWhenSaved: number[] = [];
    const account = spotify.connector.openAccount(TOKENS, async (stale) => {
      expect(stale).toEqual(TOKENS);
      callsWhenSaved.push(server.calls.length);
      return await spotify.connector.refresh(stale);
    });
    expect(await account.getOwner()).toMatchObject({ displayName: 'Nora Field' });
    await account.getOwner();
    expect(callsWhenSaved).toEqual([1]);
    expect(server.calls.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer test-access-old',
      'Bearer fixture-access-new',
      'Bearer fixture-access-new',
    ]);
  });

  it('is not renewed a second time: the connection has expired', async () => {
    const { server, openAccount } = await openForTest();
    server.answer(expired, expired);
    server.grant(saved('token'));
    await expect(openAccount().getOwner()).rejects.toMatchObject({ name: 'ConnectionExpiredError' });
    expect(server.calls).toHaveLength(2);
    expect(server.grants).toHaveLength(1);
  });

  it.each([
    ['there is nothing to renew it with', { ...TOKENS, refreshToken: undefined }, 0],
    ['the service refuses to renew it', TOKENS, 1],
  ])('ends the connection when %s', async (_what, tokens, grants) => {
    const { server, openAccount, savedTokens } = await openForTest();
    server.answer(expired);
    server.grant(saved('error-invalid-grant', 400));
    await expect(openAccount(tokens).getOwner()).rejects.toMatchObject({ name: 'ConnectionExpiredError' });
    expect(server.grants).toHaveLength(grants);
    expect(savedTokens).toEqual([]);
  });

  it('is renewed before it is used at all when its hour is over', async () => {
    const { server, openAccount, savedTokens } = await openForTest();
    server.answer(saved('me'));
    server.grant(saved('token'));
    await openAccount({ ...TOKENS, expiresAt: NOW.toISOString() }).getOwner();
    expect(server.calls).toMatchObject([{ headers: { authorization: 'Bearer fixture-access-new' } }]);
    expect(savedTokens).toHaveLength(1);
  });

  it('is not used when it could not be saved', async () => {
    const { server, spotify } = await openForTest();
    server.grant(saved('token'));
    server.answer(expired, saved('me'));
    const account = spotify.connector.openAccount(TOKENS, () => Promise.reject(new Error('disk full')));
    await expect(account.getOwner()).rejects.toThrow('disk full');
    expect(server.calls).toHaveLength(1);
  });

  it('is missed even by the description, which may fail only at the service’s hands', async () => {
    const { server, spotify } = await openForTest();
    server.grant(saved('token'));
    server.answer(saved('playlist', 201), expired);
    const account = spotify.connector.openAccount(TOKENS, () => Promise.reject(new Error('disk full')));
    const details = { name: 'Neon', description: 'In film order', isPublic: true };
    await expect(account.createPlaylist(details)).rejects.toThrow('disk full');
  });

  it('is replaced for the app as well, and a second refusal is no visitor’s fault', async () => {
    const { server, spotify } = await openForTest();
    server.answer(expired, saved('search'), expired, expired);
    expect(await spotify.catalog.searchRecordings(QUERY)).toHaveLength(2);
    expect(server.grants).toHaveLength(2);
    await expect(spotify.catalog.searchRecordings(QUERY)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: 'spotify does not accept the token it gave us',
    });
  });

  it('does not let one visitor speak with the token of another', async () => {
    const { server, openAccount } = await openForTest();
    server.answer(saved('me'), saved('me'), saved('me'));
    const [nora, otto] = [openAccount(), openAccount({ ...TOKENS, accessToken: 'test-access-otto' })];
    await Promise.all([nora.getOwner(), otto.getOwner()]);
    await nora.getOwner();
    const used = server.calls.map(({ headers }) => headers.authorization);
    expect(used.slice(0, 2).sort()).toEqual(['Bearer test-access-old', 'Bearer test-access-otto']);
    expect(used[2]).toBe('Bearer test-access-old');
  });
});

describe('a service that is not there', () => {
  it('is unavailability that names the cause', async () => {
    const { spotify } = await openForTest({ apiUrl: await closedAddress() });
    await expect(spotify.catalog.searchRecordings(QUERY)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: 'spotify could not be reached (ECONNREFUSED)',
    });
  });
});

/** An address on loopback where nobody listens any more. */
async function closedAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}
