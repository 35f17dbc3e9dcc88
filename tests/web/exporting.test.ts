import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { attributes, elements, textOf } from '../support/read-html.ts';
import type { TestSandbox } from '../support/test-sandbox.ts';
import { startSite, type TestSite } from '../support/test-site.ts';
import { type Seen, Visitor } from '../support/visitor.ts';

const HOUR = 3_600_000;

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

describe('one press', () => {
  test('leads over the consent page to a playlist that holds what was promised', async () => {
    const seen = await visitor.saved();
    expect(seen.url.pathname).toMatch(/^\/exports\/[0-9a-f]{32}$/);
    expect(textOf(seen.html)).toContain(
      'Saved A new playlist was made. It holds 26 of the guide’s 28 recordings. Open it in the sandbox',
    );
    expect(textOf(seen.html)).toContain('2 left out, and why The Third Man Theme No recording is certain');
    const { name, titles } = await openPlaylist(seen);
    expect(name).toBe('Leaving Las Vegas (1995): music in film order');
    expect(titles).toHaveLength(26);
    expect(titles).toContain('Angel Eyes');
  });

  test('asks for no leave but to write playlists', async () => {
    const ladder = await visitor.see('/guides/leaving-las-vegas/playlist');
    const consent = await visitor.press(ladder, '/exports');
    expect(consent.url.searchParams.get('scope')?.split(' ').sort()).toEqual([
      'playlist-modify-private',
      'playlist-modify-public',
      'playlist-read-private',
    ]);
    expect(consent.url.searchParams.get('code_challenge_method')).toBe('S256');
    expect(consent.url.searchParams.get('redirect_uri')).toBe(`${site.url}/connect/sandbox/callback`);
  });

  test('a second time asks for nothing and adds nothing', async () => {
    const first = await visitor.saved();
    const asked = visitor.path.length;
    const second = await visitor.saved();
    expect(visitor.path.slice(asked).every((address) => address.startsWith(site.url))).toBe(true);
    expect(textOf(second.html)).toContain('The playlist was already up to date; nothing was changed.');
    expect(playlistLink(second)).toBe(playlistLink(first));
    expect((await openPlaylist(second)).titles).toHaveLength(26);
  });

  test('“save again” on the result does the same', async () => {
    const first = await visitor.saved();
    let seen = await visitor.press(first, '/exports');
    while (seen.html.includes('http-equiv="refresh"')) seen = await visitor.reload(seen);
    expect(seen.url.pathname).not.toBe(first.url.pathname);
    expect(playlistLink(seen)).toBe(playlistLink(first));
  });

  test('in album order fills the playlist in that order', async () => {
    const ladder = await visitor.see('/guides/leaving-las-vegas/playlist?order=album');
    const consent = await visitor.press(ladder, '/exports');
    let seen = await visitor.consent(consent);
    while (seen.html.includes('http-equiv="refresh"')) seen = await visitor.reload(seen);
    const { name, titles } = await openPlaylist(seen);
    expect(name).toBe('Leaving Las Vegas (1995): music in album order');
    expect(titles.slice(0, 3)).toEqual(['Intro Dialogue', 'Angel Eyes', 'Are You Desirable?']);
  });

  test('on a guide of which the service has nothing makes no playlist, and says so', async () => {
    const seen = await visitor.saved({}, 'night-bus');
    expect(playlistLink(seen)).toBeUndefined();
    expect(textOf(seen.html)).toContain('8 left out, and why');
    expect(textOf(seen.html)).not.toContain('A new playlist was made');
  });

  test('by another account makes another playlist', async () => {
    const ada = await visitor.saved({ user: 'sandbox-ada' });
    const bruno = await new Visitor(site).saved({ user: 'sandbox-bruno' });
    expect(textOf(bruno.html)).toContain('Connected to the sandbox as Bruno Okafor');
    expect(playlistLink(bruno)).not.toBe(playlistLink(ada));
  });

  test('by an account without a name goes by its id', async () => {
    const seen = await visitor.saved({ user: 'sandbox-nameless' });
    expect(textOf(seen.html)).toContain('Connected to the sandbox as sandboxAccount5 since');
  });
});

describe('the page of an export', () => {
  test('is not there for anybody but the one who made it', async () => {
    const { url, headers } = await visitor.saved();
    expect(headers.get('cache-control')).toBe('private, no-store');
    const stranger = new Visitor(site);
    expect((await stranger.see(url.pathname)).status).toBe(404);
    await stranger.saved({ user: 'sandbox-bruno' });
    expect((await stranger.see(url.pathname)).status).toBe(404);
    expect((await visitor.see(url.pathname)).status).toBe(200);
  });

  test('looks again by itself until the work has ended', async () => {
    const done = await visitor.saved();
    await site.sql("update exports set state = 'running'");
    const running = await visitor.reload(done);
    expect(running.html).toContain('<meta http-equiv="refresh" content="1">');
    expect(textOf(running.html)).toContain('Saving …');
    expect(done.html).not.toContain('http-equiv="refresh"');
  });
});

describe('consent that does not come', () => {
  test('leads back to the ladder, which says so and stays open', async () => {
    const seen = await visitor.save({ decision: 'cancel' });
    expect(seen.url.pathname).toBe('/guides/leaving-las-vegas/playlist');
    expect(noticeOf(seen)).toBe(
      'You did not give consent, so nothing was saved. Every other way below stays open.',
    );
    expect(seen.html).toContain('/guides/leaving-las-vegas/playlist.xspf');
    expect(await countRows()).toEqual({ connections: 0, exports: 0, exported_playlists: 0 });
    expect(visitor.cookies.size).toBe(0);
  });

  test('for an account that is off the list, the ladder says that the service refused', async () => {
    const seen = await visitor.save({ user: 'sandbox-visitor' });
    expect(seen.url.pathname).toBe('/guides/leaving-las-vegas/playlist');
    expect(noticeOf(seen)).toContain(
      'this site may serve only a handful of people registered by its operator',
    );
    expect(await countRows()).toEqual({ connections: 0, exports: 0, exported_playlists: 0 });
    expect(visitor.cookies.size).toBe(0);
  });

  test('on the page of the connection leads back there', async () => {
    const page = await visitor.see('/connect/sandbox');
    const seen = await visitor.consent(await visitor.press(page, '/connect/sandbox'), { decision: 'cancel' });
    expect(seen.url.pathname).toBe('/connect/sandbox');
    expect(noticeOf(seen)).toContain('You did not give consent');
  });
});

describe('a way back that is not to be trusted', () => {
  const TOO_LATE =
    'The visit to the consent page took too long or was broken off. Press again to try once more.';

  async function pressed(): Promise<Seen> {
    return await visitor.press(await visitor.see('/guides/leaving-las-vegas/playlist'), '/exports');
  }

  test('another state is not taken for ours', async () => {
    await pressed();
    const seen = await visitor.see('/connect/sandbox/callback?code=sandbox-code-of-another&state=another');
    expect(noticeOf(seen)).toBe(TOO_LATE);
    expect(await countRows()).toMatchObject({ connections: 0 });
  });

  test.each(['?code=sandbox-code-x', '?state=', '?code=sandbox-code-x&state=', ''])(
    'nor is an answer without one (%s), from a visitor who never pressed',
    async (query) => {
      const seen = await visitor.see(`/connect/sandbox/callback${query}`);
      expect([seen.url.pathname, noticeOf(seen)]).toEqual(['/connect/sandbox', TOO_LATE]);
      expect(visitor.cookies.has('reel-notes')).toBe(false);
    },
  );

  test('a true answer in another browser, which has no cookie of ours, connects nobody', async () => {
    const consent = await pressed();
    const other = new Visitor(site);
    const seen = await other.consent(consent);
    expect(noticeOf(seen)).toBe(TOO_LATE);
    expect(await countRows()).toMatchObject({ connections: 0 });
  });

  test('a cookie that was tampered with is as good as none', async () => {
    const consent = await pressed();
    const sealed = visitor.cookies.get('reel-notes-consent') ?? '';
    visitor.cookies.set('reel-notes-consent', sealed.replace(/.{8}~2$/, 'AAAAAAAA~2'));
    expect(noticeOf(await visitor.consent(consent))).toBe(TOO_LATE);
  });

  test('an answer after more than ten minutes comes too late', async () => {
    const consent = await pressed();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11 * 60_000 });
    try {
      expect(noticeOf(await visitor.consent(consent))).toBe(TOO_LATE);
      expect(await countRows()).toMatchObject({ connections: 0 });
    } finally {
      vi.useRealTimers();
    }
  });

  test('an answer is good once', async () => {
    await visitor.saved();
    const callback = new URL(visitor.path.find((address) => address.includes('callback?code')) ?? '');
    const seen = await visitor.see(callback.pathname + callback.search);
    expect(noticeOf(seen)).toBe(TOO_LATE);
    expect(await countRows()).toMatchObject({ connections: 1, exports: 1 });
  });

  test('a code that the service does not know leads back with a sentence', async () => {
    const consent = await pressed();
    const state = consent.url.searchParams.get('state');
    const seen = await visitor.see(`/connect/sandbox/callback?code=sandbox-code-made-up&state=${state}`);
    expect([seen.url.pathname, noticeOf(seen)]).toEqual(['/guides/leaving-las-vegas/playlist', TOO_LATE]);
  });
});

describe('disconnecting', () => {
  test('deletes what is kept here, and the cookie; the playlist stays the visitor’s', async () => {
    const saved = await visitor.saved();
    expect(await countRows()).toEqual({ connections: 1, exports: 1, exported_playlists: 1 });
    const seen = await visitor.press(saved, '/disconnect/sandbox');
    expect(seen.url.pathname).toBe('/privacy');
    expect(noticeOf(seen)).toContain('Disconnected.');
    expect(await countRows()).toEqual({ connections: 0, exports: 0, exported_playlists: 0 });
    expect(visitor.cookies.size).toBe(0);
    expect((await visitor.see(saved.url.pathname)).status).toBe(404);
    expect((await openPlaylist(saved)).titles).toHaveLength(26);
  });

  test('leaves other visitors connected', async () => {
    const other = new Visitor(site);
    await other.saved({ user: 'sandbox-bruno' });
    await visitor.press(await visitor.saved(), '/disconnect/sandbox');
    expect(await countRows()).toEqual({ connections: 1, exports: 1, exported_playlists: 1 });
    expect((await other.see('/connect/sandbox')).html).toContain('Bruno Okafor');
  });

  test('is followed by a new consent at the next press', async () => {
    await visitor.press(await visitor.saved(), '/disconnect/sandbox');
    const next = await visitor.save();
    expect(visitor.path.at(-3)).toContain('/authorize');
    expect(next.url.pathname).toMatch(/^\/exports\//);
  });
});

describe('another account in the same browser', () => {
  test('takes the place of the first, of which nothing stays behind', async () => {
    const first = await visitor.saved({ user: 'sandbox-ada' });
    await connectAs('sandbox-bruno');
    expect((await visitor.see('/connect/sandbox')).html).toContain('Bruno Okafor');
    const [row] = await site.sql('select account_id from connections');
    expect(row?.account_id).toBe('sandboxAccount2');
    expect(await countRows()).toEqual({ connections: 1, exports: 0, exported_playlists: 0 });
    expect((await visitor.see(first.url.pathname)).status).toBe(404);
  });

  test('connecting the same account anew keeps what was made', async () => {
    const first = await visitor.saved();
    await connectAs('sandbox-ada');
    expect(await countRows()).toEqual({ connections: 1, exports: 1, exported_playlists: 1 });
    expect((await visitor.see(first.url.pathname)).status).toBe(200);
  });

  /** The page of the connection offers this only while none is made, so its form is sent by hand. */
  async function connectAs(user: string): Promise<void> {
    const empty = await new Visitor(site).see('/connect/sandbox');
    await visitor.consent(await visitor.press(empty, '/connect/sandbox'), { user });
  }
});

describe('tokens and codes', () => {
  test('are in no log line, no cookie, no page, and in the clear in no row', async () => {
    const saved = await visitor.saved();
    const pages = [saved.html, (await visitor.see('/connect/sandbox')).html];
    const rows = JSON.stringify([
      await site.sql('select * from connections'),
      await site.sql('select * from exports'),
    ]);
    const secret = /sandbox-(access|refresh|code)-/;
    expect(visitor.path.join(' ')).toMatch(/sandbox-code-/);
    for (const text of [...pages, ...visitor.setCookies, ...site.log.lines, rows])
      expect(text).not.toMatch(secret);
    expect(rows).toContain('"sealed_tokens":"Fe26.2*');
  });

  test('stay out of the cookie, which holds a sealed number and nothing to read', async () => {
    await visitor.saved();
    const [{ id } = { id: undefined }] = await site.sql('select id from connections');
    const cookie = decodeURIComponent(visitor.cookies.get('reel-notes') ?? '');
    expect(cookie).toMatch(/^Fe26\.2\*/);
    expect(cookie).not.toContain(String(id));
    const parts = cookie.split('*').map((part) => Buffer.from(part, 'base64url').toString('latin1'));
    expect(parts.join(' ')).not.toMatch(new RegExp(`${id}|connections|sandbox`));
  });

  test('are behind cookies that scripts and other sites do not get', async () => {
    await visitor.saved();
    expect(visitor.setCookies.map((cookie) => cookie.split('=')[0])).toEqual([
      'reel-notes-consent',
      'reel-notes-consent',
      'reel-notes',
    ]);
    for (const cookie of visitor.setCookies) expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  test('that have run out are renewed without asking the visitor', async () => {
    const first = await visitor.saved();
    const [before] = await site.sql('select sealed_tokens from connections');
    sandbox.pass(2 * HOUR);
    const asked = visitor.path.length;
    const second = await visitor.saved();
    expect(visitor.path.slice(asked).join(' ')).not.toContain('/authorize');
    expect(playlistLink(second)).toBe(playlistLink(first));
    const [after] = await site.sql('select sealed_tokens from connections');
    expect(after?.sealed_tokens).not.toBe(before?.sealed_tokens);
  });
});

describe('a service that does not answer', () => {
  afterEach(() => sandbox.comeBack());

  test('ends the export with a sentence, and the next press saves it', async () => {
    await visitor.saved();
    await sandbox.goDown();
    const failed = await visitor.saved();
    expect(textOf(failed.html)).toMatch(
      /Not saved The sandbox could not be reached or gave no clear answer\./,
    );
    expect(failed.html).toContain('/guides/leaving-las-vegas/playlist');
    await sandbox.comeBack();
    const again = await visitor.saved();
    expect(textOf(again.html)).toContain('The playlist was already up to date');
  });

  test('between consent and the way back leads to the ladder with a sentence', async () => {
    const consent = await visitor.press(await visitor.see('/guides/leaving-las-vegas/playlist'), '/exports');
    const form = await visitor.consentAddress(consent);
    await sandbox.goDown();
    const seen = await visitor.see(form);
    expect(seen.url.pathname).toBe('/guides/leaving-las-vegas/playlist');
    expect(noticeOf(seen)).toBe('The service did not answer. Nothing was saved; press again in a while.');
    expect(await countRows()).toMatchObject({ connections: 0 });
  });

  test('leaves the pages as they are', async () => {
    await sandbox.goDown();
    expect((await site.get('/guides/leaving-las-vegas')).status).toBe(200);
    expect((await site.get('/readyz')).status).toBe(200);
  });
});

test('a connection whose guide was pressed for while it was ended elsewhere asks for consent again', async () => {
  await visitor.saved();
  await site.sql('delete from connections');
  const ladder = await visitor.see('/guides/leaving-las-vegas/playlist');
  const next = await visitor.press(ladder, '/exports');
  expect(next.url.pathname).toBe('/authorize');
});

function noticeOf({ html }: Seen): string {
  return textOf(elements(html, 'p', 'class="notice"')[0] ?? '');
}

function playlistLink({ html }: Seen): string | undefined {
  return attributes(html, 'href').find((href) => href.startsWith(`${sandbox.url}/playlist/`));
}

/** The playlist as the service shows it. */
async function openPlaylist(saved: Seen): Promise<{ name: string; titles: string[] }> {
  const html = await (await fetch(playlistLink(saved) ?? '')).text();
  const [list = ''] = elements(html, 'ol', 'class="tracks"');
  const titles = elements(list, 'a', '/track/').map(textOf);
  return { name: textOf(elements(html, 'h1')[0] ?? ''), titles };
}

async function countRows(): Promise<Record<string, number>> {
  const tables = ['connections', 'exports', 'exported_playlists'];
  const counts = await Promise.all(tables.map((table) => site.sql(`select count(*) as n from ${table}`)));
  return Object.fromEntries(tables.map((table, i) => [table, Number(counts[i]?.[0]?.n)]));
}
