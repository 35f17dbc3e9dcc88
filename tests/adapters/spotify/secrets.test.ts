import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Tokens } from '../../../src/domain/services/connection.ts';
import { openForTest, TOKENS } from './open-for-test.ts';
import type { Answer } from './spotify-server.ts';

const CODE = { code: 'test-code', verifier: 'test-verifier', redirectUri: 'http://127.0.0.1/callback' };
const BASIC = Buffer.from('test-client:test-client-secret').toString('base64');
const SECRETS = [
  'test-access-old',
  'test-refresh-old',
  'test-code',
  'test-verifier',
  'test-client-secret',
  BASIC,
];
const ECHO = `You sent ${SECRETS.join(' and ')}, why?`;

const echoes: [string, Answer][] = [
  ['plain text', { status: 403, body: ECHO, type: 'text/plain' }],
  ['JSON', { status: 400, body: JSON.stringify({ error: { status: 400, message: ECHO } }) }],
  ['an OAuth error', { status: 400, body: JSON.stringify({ error: ECHO, error_description: ECHO }) }],
  ['an answer without sense', { status: 200, body: JSON.stringify({ access_token: 7, id: [ECHO] }) }],
  ['a redirect', { status: 307, headers: { location: `http://127.0.0.1:1/?${SECRETS.join('&')}` } }],
  ['a broken answer', { status: 200, body: ECHO, cut: true }],
];

/** Everything an error carries, its causes and hidden properties included. */
async function spillOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => expect.fail('this was to fail'),
    (reason: unknown) => reason,
  );
  return inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true, maxStringLength: null });
}

describe('an error says nothing of our secrets', () => {
  it.each(echoes)('when the API quotes the token in %s', async (_what, answer) => {
    const { server, openAccount } = await openForTest();
    server.answer(answer, answer, answer);
    const spill = await spillOf(openAccount().getOwner());
    expect(spill).not.toContain('test-access-old');
  });

  it.each(echoes)('when the accounts service quotes what it got in %s', async (_what, answer) => {
    const { server, spotify } = await openForTest();
    server.grant(answer, answer, answer);
    const exchange = await spillOf(spotify.connector.exchangeCode(CODE));
    const refresh = await spillOf(spotify.connector.refresh(TOKENS));
    const search = await spillOf(spotify.catalog.searchRecordings({ title: 'Neon', isFiltered: false }));
    for (const secret of ['test-code', 'test-verifier', 'test-client-secret', BASIC]) {
      expect(exchange).not.toContain(secret);
    }
    for (const secret of ['test-refresh-old', 'test-client-secret', BASIC]) {
      expect(refresh).not.toContain(secret);
    }
    for (const secret of ['test-client-secret', BASIC]) expect(search).not.toContain(secret);
  });

  it('but keeps the rest of the text for the log', async () => {
    const { server, openAccount } = await openForTest();
    server.answer({ status: 403, body: ECHO, type: 'text/plain' });
    expect(await spillOf(openAccount().getOwner())).toContain('You sent [hidden] and');
  });

  it('when a token is of a form that cannot even be sent', async () => {
    const { openAccount } = await openForTest();
    const broken: Tokens = { ...TOKENS, accessToken: 'test-access-old\nx' };
    const spill = await spillOf(openAccount(broken).getOwner());
    expect(spill).toContain('ServiceUnavailableError');
    expect(spill).not.toContain('test-access-old');
  });
});
