import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PLAYLIST_FILES } from '../../src/web/files/files.ts';
import { startSite, type TestSite } from '../support/test-site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

const HTML = 'text/html; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

describe('every address of the URL table answers', () => {
  test.each([
    ['/', HTML],
    ['/guides/leaving-las-vegas', HTML],
    ['/guides/night-bus', HTML],
    ['/guides/night-bus?order=album', HTML],
    ['/guides/night-bus/tracks/sum-a1', HTML],
    ['/guides/night-bus/sources', HTML],
    ['/guides/night-bus/playlist', HTML],
    ['/guides/night-bus/playlist?order=album&notice=consent-refused', HTML],
    ['/connect/sandbox', HTML],
    ['/search', HTML],
    ['/search?q=bus', HTML],
    ['/privacy', HTML],
    ['/privacy?notice=disconnected', HTML],
    ['/sitemap.xml', 'application/xml; charset=utf-8'],
    ['/robots.txt', 'text/plain; charset=utf-8'],
    ['/healthz', JSON_TYPE],
    ['/readyz', JSON_TYPE],
    ...PLAYLIST_FILES.map(({ fileName, mediaType }) => [`/guides/night-bus/${fileName}`, mediaType]),
  ])('%s', async (path, mediaType) => {
    const response = await site.get(path);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, mediaType]);
    expect(await response.text()).not.toBe('');
  });

  test.each(['/assets/site.css', '/assets/mark.svg', '/assets/fonts/newsreader-latin-400-normal.woff2'])(
    '%s, to be kept for good',
    async (path) => {
      const response = await site.get(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(0);
    },
  );

  test('the press leads to the consent page of the service', async () => {
    const response = await site.post('/guides/night-bus/exports', { order: 'film' });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toMatch(`${site.sandbox?.url}/authorize?client_id=`);
  });

  test('connecting without a press leads there too', async () => {
    const response = await site.post('/connect/sandbox');
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toMatch(`${site.sandbox?.url}/authorize?client_id=`);
  });

  test('disconnecting where nothing is connected says that nothing is left', async () => {
    const response = await site.post('/disconnect/sandbox');
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      '/privacy?notice=disconnected',
    ]);
  });
});

test('a question for the head alone is answered like the page, without the page', async () => {
  const page = await site.get('/guides/night-bus');
  const head = await fetch(`${site.url}/guides/night-bus`, { method: 'HEAD' });
  expect(head.status).toBe(200);
  for (const name of ['content-type', 'etag', 'cache-control', 'content-security-policy']) {
    expect(head.headers.get(name), name).toBe(page.headers.get(name));
  }
  expect(await head.text()).toBe('');
});

describe('what has moved is led on to', () => {
  test.each([
    ['/guides/the-night-bus', '/guides/night-bus'],
    ['/guides/n29', '/guides/night-bus'],
    ['/guides/n%32%39', '/guides/night-bus'],
    ['/guides/n29?order=album', '/guides/night-bus?order=album'],
    ['/guides/n29/sources', '/guides/night-bus/sources'],
    ['/guides/n29/playlist.xspf?order=album', '/guides/night-bus/playlist.xspf?order=album'],
    ['/guides/n29/tracks/theme', '/guides/night-bus/tracks/theme'],
    ['/guides/night-bus/tracks/theme', '/guides/night-bus/tracks/night-bus-theme'],
    ['/guides/night-bus/tracks/main-theme', '/guides/night-bus/tracks/night-bus-theme'],
  ])('%s is now %s', async (former, now) => {
    const response = await site.get(former);
    expect([response.status, response.headers.get('location')]).toEqual([301, now]);
    const next = await fetch(new URL(now, site.origin));
    expect(next.status).toBe(200);
  });
});

describe('where no service is configured', () => {
  test('pages say nothing of one, and no press or connection exists', async () => {
    const plain = await startSite({ service: 'none' });
    try {
      const ladder = await plain.text('/guides/night-bus/playlist');
      expect(ladder).not.toContain('method="post"');
      expect(ladder).toContain('playlist.xspf');
      expect(await plain.text('/guides/night-bus')).not.toContain('method="post"');
      expect(await plain.text('/privacy')).not.toContain('/connect/');
      expect((await plain.get('/connect/sandbox')).status).toBe(404);
      expect((await plain.get('/connect/spotify')).status).toBe(404);
      expect((await plain.post('/guides/night-bus/exports')).status).toBe(404);
      const policy = (await plain.get('/')).headers.get('content-security-policy');
      expect(policy).toContain(";form-action 'self';");
    } finally {
      await plain.close();
    }
  });
});
