import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findAll, readXml } from '../support/read-xml.ts';
import { startApp } from '../support/test-app.ts';
import { startSite, type TestSite } from '../support/test-site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await startSite({ service: 'none', baseUrl: 'https://reel.example/notes', basePath: '/notes' });
});
afterAll(() => site.close());

test('the sitemap lists the pages worth finding, with the day of each guide', async () => {
  const root = readXml(await site.text('/sitemap.xml'));
  expect(root.attributes.xmlns).toBe('http://www.sitemaps.org/schemas/sitemap/0.9');
  expect(findAll(root, 'loc').map(({ text }) => text)).toEqual([
    'https://reel.example/notes/',
    'https://reel.example/notes/guides/leaving-las-vegas',
    'https://reel.example/notes/guides/leaving-las-vegas/sources',
    'https://reel.example/notes/guides/leaving-las-vegas/playlist',
    'https://reel.example/notes/guides/night-bus',
    'https://reel.example/notes/guides/night-bus/sources',
    'https://reel.example/notes/guides/night-bus/playlist',
  ]);
  const days = findAll(root, 'lastmod').map(({ text }) => text);
  expect(days).toHaveLength(6);
  for (const day of days) expect(new Date(day).toISOString()).toBe(day);
});

test('robots are kept out of private corners and told of the sitemap', async () => {
  expect(await site.text('/robots.txt')).toBe(
    [
      'User-agent: *',
      'Disallow: /notes/connect/',
      'Disallow: /notes/exports/',
      'Disallow: /notes/search',
      'Disallow: /notes/sandbox/',
      'Sitemap: https://reel.example/notes/sitemap.xml',
      '',
    ].join('\n'),
  );
});

describe('whoever watches over the site', () => {
  test.each(['/healthz', '/readyz'])('hears at %s that all is well', async (path) => {
    const response = await site.get(path);
    expect(await response.json()).toEqual({ status: 'ok' });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('hears that the process lives but is not ready once the database is gone', async () => {
    const app = await startApp();
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
    await app.database.close();
    const [alive, ready] = [await fetch(`${app.url}/healthz`), await fetch(`${app.url}/readyz`)];
    await app.close();
    expect(alive.status).toBe(200);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({ status: 'the database does not answer' });
  });
});
