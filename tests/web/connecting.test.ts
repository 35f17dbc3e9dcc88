import { once } from 'node:events';
import { type IncomingMessage, type RequestOptions, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { attributes, elements, findForm, textOf } from '../support/read-html.ts';
import { startApp } from '../support/test-app.ts';
import type { TestSandbox } from '../support/test-sandbox.ts';
import { startSite, type TestSite } from '../support/test-site.ts';
import { type Seen, Visitor } from '../support/visitor.ts';

const HALF_A_YEAR = 190 * 24 * 3_600_000;
const LADDER = '/guides/leaving-las-vegas/playlist';
const TOO_LATE = 'took too long or was broken off';

let site: TestSite;
let sandbox: TestSandbox;
let visitor: Visitor;
beforeAll(async () => {
  site = await startSite();
  sandbox = site.sandbox as TestSandbox;
});
afterAll(() => site.close());
beforeEach(() => {
  visitor = new Visitor(site);
});
afterEach(async () => {
  await site.sql('delete from exported_playlists');
  await site.sql('delete from connections');
});

describe('several tabs at the consent page', () => {
  test.each([
    ['the older first', [0, 1]],
    ['the newer first', [1, 0]],
  ])('are all carried out, %s', async (_which, order) => {
    const tabs = [await pressSave(), await pressSave()];
    for (const number of order) {
      const seen = await visitor.consent(tabs[number] as Seen);
      expect(seen.url.pathname).toMatch(/^\/exports\//);
    }
    expect(visitor.cookies.has('reel-notes-consent')).toBe(false);
  });

  test('are not disturbed by an answer that belongs to none of them', async () => {
    const tab = await pressSave();
    const stray = await visitor.see('/connect/sandbox/callback?error=access_denied&state=of-nobody');
    expect(noticeOf(stray)).toContain(TOO_LATE);
    expect((await visitor.consent(tab)).url.pathname).toMatch(/^\/exports\//);
  });

  test('are kept up to four, in a cookie that every browser takes', async () => {
    const tabs: Seen[] = [];
    for (let count = 0; count < 5; count += 1) tabs.push(await pressSave());
    expect(noticeOf(await visitor.consent(tabs[0] as Seen))).toContain(TOO_LATE);
    expect((await visitor.consent(tabs[1] as Seen)).url.pathname).toMatch(/^\/exports\//);
    expect(Math.max(...visitor.setCookies.map((cookie) => cookie.length))).toBeLessThan(4000);
  });
});

test.each([
  ['error=access_denied', 'You did not give consent'],
  ['error=server_error', 'The service did not answer.'],
  ['error=invalid_scope', 'The service did not answer.'],
  ['', 'The service did not answer.'],
])('an answer without a code (%s) is told for what it is', async (query, words) => {
  const state = (await pressSave()).url.searchParams.get('state');
  const seen = await visitor.see(`/connect/sandbox/callback?state=${state}&${query}`);
  expect(seen.url.pathname).toBe(LADDER);
  expect(noticeOf(seen)).toContain(words);
});

describe('a connection that has run out', () => {
  test('leads from the failed export over a new consent to the same playlist', async () => {
    const first = await visitor.saved();
    const [before] = await site.sql('select id from connections');
    sandbox.pass(HALF_A_YEAR);
    const failed = await visitor.saved();
    expect(textOf(failed.html)).toContain('Not saved Your connection to the sandbox has run out.');
    expect(textOf(failed.html)).toContain('Connect again and save');
    const consent = await visitor.press(failed, '/exports');
    expect(consent.url.pathname).toBe('/authorize');
    const saved = await ended(await visitor.consent(consent));
    expect(textOf(saved.html)).toContain('The playlist was already up to date');
    expect(playlistLink(saved)).toBe(playlistLink(first));
    expect(textOf(saved.html)).not.toContain('Connect again');
    expect(await site.sql('select id from connections')).toEqual([before]);
    expect((await visitor.see(first.url.pathname)).status).toBe(200);
  });

  test('is said to on its page, which offers to connect again or to disconnect', async () => {
    await visitor.saved();
    const good = await visitor.see('/connect/sandbox');
    expect(textOf(good.html)).not.toMatch(/run out|Connect again/);
    sandbox.pass(HALF_A_YEAR);
    await visitor.saved();
    const page = await visitor.see('/connect/sandbox');
    expect(textOf(page.html)).toContain('The connection has run out');
    expect(findForm(page.html, '/disconnect/sandbox')).toBeDefined();
    await visitor.consent(await visitor.press(page, '/connect/sandbox'));
    expect(textOf((await visitor.see('/connect/sandbox')).html)).not.toContain('run out');
  });
});

test('an export that nobody has touched for long was broken off, and can be pressed for again', async () => {
  const done = await visitor.saved();
  await site.sql(`update exports set state = 'running', updated_at = '${minutesAgo(4)}'`);
  expect(textOf((await visitor.reload(done)).html)).toContain('Saving …');
  await site.sql(`update exports set updated_at = '${minutesAgo(6)}'`);
  const broken = await visitor.reload(done);
  expect(broken.html).not.toContain('http-equiv="refresh"');
  expect(textOf(broken.html)).toContain('Not saved This was broken off before it was done.');
  const again = await ended(await visitor.press(broken, '/exports'));
  expect(textOf(again.html)).toContain('The playlist was already up to date');
});

test('disconnecting in one browser leaves another browser its playlist', async () => {
  const other = new Visitor(site);
  const theirs = await other.saved();
  await visitor.press(await visitor.saved(), '/disconnect/sandbox');
  const again = await other.saved();
  expect(textOf(again.html)).toContain('The playlist was already up to date');
  expect(playlistLink(again)).toBe(playlistLink(theirs));
});

describe('the site by another name of this machine', () => {
  test.each(['/', '/guides/night-bus?order=film', '/connect/sandbox'])('leads from %s home', async (path) => {
    for (const method of ['GET', 'HEAD']) {
      const { statusCode, headers } = await askBy(site.origin, otherName(), path, { method });
      expect([statusCode, headers.location]).toEqual([302, site.origin + path]);
      expect(headers['cache-control']).toBe('no-store');
    }
  });

  test.each(['reel.example:PORT', '127.0.0.1:1', 'localhost', 'not a host'])(
    'is not taken to be %s, which may be what a proxy says',
    async (host) => {
      const name = host.replace('PORT', new URL(site.origin).port);
      expect((await askBy(site.origin, name, '/healthz')).statusCode).toBe(200);
    },
  );

  test('leads nowhere when the site is not on this machine', async () => {
    const app = await startApp();
    onTestFinished(() => app.close());
    expect((await askBy(app.url, 'localhost', '/healthz')).statusCode).toBe(200);
  });

  test('says at which address a form would be taken', async () => {
    const answer = await askBy(site.origin, otherName(), '/connect/sandbox', {
      method: 'POST',
      headers: { Origin: `http://${otherName()}` },
    });
    expect(answer.statusCode).toBe(403);
    expect(textOf(await text(answer))).toContain(`This site is at ${site.url}/: open it there`);
  });

  function otherName(): string {
    return new URL(site.origin).host.replace('127.0.0.1', 'localhost');
  }

  /** Asks under a name, which \`fetch\` would not let us choose. */
  async function askBy(
    origin: string,
    host: string,
    path: string,
    options: RequestOptions = {},
  ): Promise<IncomingMessage> {
    const headers = { ...options.headers, Host: host };
    const [answer] = await once(request(origin + path, { ...options, headers }).end(), 'response');
    if (options.method !== 'POST') answer.resume();
    return answer;
  }
});

describe('what is asked for and kept', () => {
  test('is told before connecting', async () => {
    const page = textOf((await visitor.see('/connect/sandbox')).html);
    expect(page).toContain('leave to make and change playlists and to see your playlists');
  });

  test('is told on the page about privacy, the cookie of the consent included', async () => {
    const page = textOf((await visitor.see('/privacy')).html);
    expect(page).toMatch(/a sealed cookie in your browser holds what you wanted to save.*after ten minutes/);
    expect(page).toContain('make and change playlists, and see your playlists');
  });

  test('is told alike when it was not granted', async () => {
    const seen = await visitor.see(`${LADDER}?notice=missing-scope`);
    expect(noticeOf(seen)).toContain('not given leave to make and change your playlists. Connect again');
  });
});

async function pressSave(): Promise<Seen> {
  return await visitor.press(await visitor.see(LADDER), '/exports');
}

async function ended(seen: Seen): Promise<Seen> {
  let last = seen;
  while (last.html.includes('http-equiv="refresh"')) last = await visitor.reload(last);
  return last;
}

function minutesAgo(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString();
}

function noticeOf({ html }: Seen): string {
  return textOf(elements(html, 'p', 'class="notice"')[0] ?? '');
}

function playlistLink({ html }: Seen): string | undefined {
  return attributes(html, 'href').find((href) => href.startsWith(`${sandbox.url}/playlist/`));
}
