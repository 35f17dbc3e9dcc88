import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../support/read-html.ts';
import { startSite, type TestSite } from '../support/test-site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

describe('what is not there', () => {
  test.each([
    '/nowhere',
    '/guides',
    '/guides/no-such-guide',
    '/guides/Not%20A%20Slug',
    `/guides/${'a'.repeat(81)}`,
    '/guides/night-bus/tracks/no-such-track',
    '/guides/night-bus/tracks/sum-a1/more',
    '/guides/night-bus/playlist.mp3',
    '/guides/no-such-guide/playlist.xspf',
    '/guides/no-such-guide/sources',
    '/exports/0123456789abcdef0123456789abcdef',
    '/exports/1',
    '/connect/spotify',
    '/connect/tidal',
    '/connect/spotify/callback?code=x&state=y',
    '/assets/nothing.css',
    '/assets/../package.json',
    '/assets/..%2fpackage.json',
    '/sandbox/',
  ])('%s is a page that says so', async (path) => {
    const response = await site.get(path);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      404,
      'text/html; charset=utf-8',
    ]);
    const html = await response.text();
    expect(textOf(html)).toContain('There is no page at this address.');
    expect(html).toContain('<meta name="robots" content="noindex">');
  });

  test.each(['/guides/no-such-guide/exports', '/connect/spotify', '/disconnect/spotify', '/nowhere'])(
    'a form sent to %s is no different',
    async (path) => {
      expect((await site.post(path)).status).toBe(404);
    },
  );

  test.each(['/guides/night-bus/exports', '/disconnect/sandbox'])(
    '%s cannot be followed as a link',
    async (path) => {
      expect((await site.get(path)).status).toBe(404);
    },
  );
});

describe('what cannot be understood', () => {
  test.each([
    ['/guides/night-bus?order=backwards', '“order” in the address must be one of: film, album.'],
    ['/guides/night-bus?order=', '“order” in the address must be one of: film, album.'],
    ['/guides/night-bus?order=film&order=album', '“order” in the address must be one of: film, album.'],
    ['/guides/night-bus/playlist?order=up', '“order” in the address must be one of: film, album.'],
    ['/guides/night-bus/playlist.xspf?order=up', '“order” in the address must be one of: film, album.'],
    ['/guides/night-bus/playlist?notice=buy-now', '“notice” in the address must be one of: consent-refused'],
    ['/search?q=one&q=two', '“q” in the address must be given once, as text.'],
    [`/search?q=${'a'.repeat(201)}`, '“q” in the address is too long (at most 200 characters).'],
    ['/connect/sandbox/callback?state=a&state=b', '“state” in the address must be given once, as text.'],
    ['/guides/%E0%A4%A', 'The address or the form could not be read.'],
    ['/guides/night-bus/tracks/%', 'The address or the form could not be read.'],
  ])('%s is answered in words', async (path, sentence) => {
    const response = await site.get(path);
    expect(response.status).toBe(400);
    expect(textOf(await response.text())).toContain(sentence);
  });

  test('a form with a wrong value is answered in words, and nothing is done', async () => {
    const response = await site.post('/guides/night-bus/exports', { order: 'backwards' });
    expect(response.status).toBe(400);
    expect(textOf(await response.text())).toContain('“order” in the form must be one of: film, album.');
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  test('a form in a writing nobody reads is answered in words', async () => {
    const type = 'application/x-www-form-urlencoded; charset=ebcdic';
    const response = await site.post('/guides/night-bus/exports', {}, { 'Content-Type': type });
    expect(response.status).toBe(400);
    expect(textOf(await response.text())).toContain('The address or the form could not be read.');
  });

  test('a form larger than any page sends is turned away', async () => {
    const response = await site.post('/guides/night-bus/exports', { order: 'a'.repeat(110_000) });
    expect(response.status).toBe(413);
    expect(textOf(await response.text())).toContain('The form is larger than this page accepts.');
  });
});

describe('a form from elsewhere', () => {
  const STRANGERS: [string, Record<string, string>][] = [
    ['another site', { Origin: 'https://elsewhere.example' }],
    ['another port', { Origin: 'http://127.0.0.1:1' }],
    ['a page that hides where it is from', { Origin: 'null' }],
    ['a page that claims the same site', { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' }],
    ['another site, by the browser’s word', { 'Sec-Fetch-Site': 'cross-site' }],
    ['nowhere it says', {}],
  ];
  const FORMS = ['/guides/night-bus/exports', '/connect/sandbox', '/disconnect/sandbox'];

  test.each(STRANGERS.flatMap(([from, headers]) => FORMS.map((path) => [from, path, headers] as const)))(
    'from %s to %s is not obeyed',
    async (_from, path, headers) => {
      const response = await fetch(site.url + path, { method: 'POST', headers, redirect: 'manual' });
      expect(response.status).toBe(403);
      expect(response.headers.getSetCookie()).toEqual([]);
      expect(textOf(await response.text())).toContain('sent from another site, so nothing was done');
    },
  );

  test('our own page is known by its origin, or by the browser’s word', async () => {
    for (const headers of [{ Origin: site.origin }, { 'Sec-Fetch-Site': 'same-origin' }]) {
      const response = await fetch(`${site.url}/connect/sandbox`, {
        method: 'POST',
        headers,
        redirect: 'manual',
      });
      expect(response.status).toBe(303);
    }
  });
});
