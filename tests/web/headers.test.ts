import { request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type TestSite } from '../support/test-site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

const PUBLIC_PAGES = [
  '/',
  '/guides/night-bus',
  '/guides/night-bus/tracks/sum-a1',
  '/guides/night-bus/sources',
  '/guides/night-bus/playlist',
  '/guides/night-bus/playlist.json',
  '/search?q=bus',
  '/privacy',
  '/sitemap.xml',
  '/robots.txt',
];

const EVERY_KIND = [
  ...PUBLIC_PAGES,
  '/connect/sandbox',
  '/connect/sandbox/callback?error=access_denied',
  '/healthz',
  '/assets/site.css',
  '/guides/n29',
  '/guides/no-such-guide',
  '/guides/night-bus?order=backwards',
  '/guides/%E0%A4%A',
];

describe('every kind of answer', () => {
  test.each(EVERY_KIND)('%s carries the headers that protect it', async (path) => {
    const { headers } = await site.get(path);
    expect(headers.get('content-security-policy')).toBe(
      `default-src 'none';style-src 'self';script-src 'self';img-src 'self';font-src 'self';connect-src 'self';form-action 'self' ${site.sandbox?.url};base-uri 'none';object-src 'none';frame-ancestors 'none'`,
    );
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  test('a refused form carries them too', async () => {
    const { headers } = await site.post('/connect/sandbox', {}, { Origin: 'https://elsewhere.example' });
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('under an https address', () => {
  test('browsers are told to stay with https for a year', async () => {
    const secure = await startSite({ service: 'none', baseUrl: 'https://reel.example' });
    const { headers } = await secure.get('/');
    await secure.close();
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
  });
});

describe('a public page', () => {
  test.each(PUBLIC_PAGES)('%s sets no cookie and is revalidated each time', async (path) => {
    const { headers } = await site.get(path);
    expect(headers.getSetCookie()).toEqual([]);
    expect(headers.get('cache-control')).toBe('no-cache');
    expect(headers.get('vary') ?? '').not.toContain('Cookie');
  });

  test('looks the same to somebody with a cookie', async () => {
    const plain = await site.text('/guides/night-bus/playlist');
    const withCookie = await site.get('/guides/night-bus/playlist', { Cookie: 'reel-notes=Fe26.2*1*broken' });
    expect(withCookie.headers.getSetCookie()).toEqual([]);
    expect(await withCookie.text()).toBe(plain);
  });

  const CACHED = PUBLIC_PAGES.filter((path) => path !== '/robots.txt');
  test.each(CACHED)('%s is not sent again to a browser that has it', async (path) => {
    const first = await site.get(path);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{27}"$/);
    const again = await site.get(path, { 'If-None-Match': `"another", W/${etag}` });
    expect(again.status).toBe(304);
    expect(again.headers.get('etag')).toBe(etag);
    expect(await again.text()).toBe('');
    const changed = await site.get(path, { 'If-None-Match': '"another"' });
    expect(changed.status).toBe(200);
  });

  test.each([
    ['br', 'br', (bytes: Buffer) => brotliDecompressSync(bytes)],
    ['gzip', 'gzip', (bytes: Buffer) => gunzipSync(bytes)],
    ['gzip;q=0.5, br;q=0.9', 'br', (bytes: Buffer) => brotliDecompressSync(bytes)],
    ['br;q=0, gzip', 'gzip', (bytes: Buffer) => gunzipSync(bytes)],
    ['deflate', undefined, (bytes: Buffer) => bytes],
    ['identity', undefined, (bytes: Buffer) => bytes],
    [undefined, undefined, (bytes: Buffer) => bytes],
  ])('asked with Accept-Encoding %s comes as %s', async (asked, encoding, open) => {
    const plain = await askRaw('/guides/night-bus', undefined);
    const answer = await askRaw('/guides/night-bus', asked);
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.headers.vary).toBe('Accept-Encoding');
    expect(answer.headers['content-length']).toBe(String(answer.bytes.length));
    expect(open(answer.bytes).equals(plain.bytes)).toBe(true);
    expect(answer.headers.etag === plain.headers.etag).toBe(encoding === undefined);
  });

  test('a guide weighs less than 30 KB on its way', async () => {
    const { bytes } = await askRaw('/guides/leaving-las-vegas', 'br');
    expect(bytes.length).toBeLessThan(30_000);
  });
});

describe('what is for one visitor alone', () => {
  test('is kept by nobody', async () => {
    const connection = await site.get('/connect/sandbox');
    expect(connection.headers.get('cache-control')).toBe('private, no-store');
    expect(connection.headers.get('etag')).toBeNull();
    const consent = await site.post('/connect/sandbox');
    expect(consent.headers.get('cache-control')).toBe('private, no-store');
  });
});

test('an error page is kept by nobody', async () => {
  const missing = await site.get('/nowhere');
  expect([missing.status, missing.headers.get('cache-control')]).toEqual([404, 'no-store']);
});

/** Asks without fetch's own unpacking. */
async function askRaw(path: string, acceptEncoding: string | undefined) {
  const headers = acceptEncoding === undefined ? {} : { 'Accept-Encoding': acceptEncoding };
  return await new Promise<{ headers: NodeJS.Dict<string | string[]>; bytes: Buffer }>((resolve, reject) => {
    const asked = request(site.url + path, { headers, agent: false }, async (response) => {
      resolve({ headers: response.headers, bytes: await buffer(response) });
    });
    asked.on('error', reject).end();
  });
}
