import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attributes } from '../support/read-html.ts';
import { startSite, type TestSite } from '../support/test-site.ts';
import { Visitor } from '../support/visitor.ts';

describe.each([
  ['at the root', ''],
  ['under a sub-path', '/notes/on-films'],
])('%s', (_where, basePath) => {
  let site: TestSite;
  let crawl: Crawl;
  beforeAll(async () => {
    site = await startSite({ basePath });
    crawl = await crawlSite(site, await privatePages(site));
  });
  afterAll(() => site.close());

  test('every page of every guide can be reached by links', () => {
    const pages = [...crawl.pages.keys()];
    expect(pages).toContain(`${basePath}/guides/night-bus/tracks/sum-a1`);
    expect(pages).toContain(`${basePath}/guides/leaving-las-vegas/tracks/angel-eyes`);
    expect(pages).toContain(`${basePath}/guides/leaving-las-vegas?order=album`);
    expect(pages).toContain(`${basePath}/connect/sandbox`);
    expect(pages.filter((page) => page.includes('/tracks/'))).toHaveLength(28 + 8);
  });

  test('no link, form or asset of any page leads out of the site’s own path', () => {
    const strays = crawl.links.filter(({ to }) => to.origin === site.origin && !isWithin(to, basePath));
    expect(strays).toEqual([]);
  });

  test('no link of any page is broken', () => {
    expect(crawl.broken).toEqual([]);
  });

  test('every place a link points at within a page is there', () => {
    const lost = crawl.links.filter(({ to }) => {
      const page = crawl.pages.get(to.pathname + to.search);
      return page && to.hash && !attributes(page, 'id').includes(decodeURIComponent(to.hash.slice(1)));
    });
    expect(lost.map(({ from, to }) => `${from} -> ${to.pathname}${to.hash}`)).toEqual([]);
  });

  test('every link to elsewhere is an ordinary web address', () => {
    const elsewhere = crawl.links.filter(({ to }) => to.origin !== site.origin);
    expect(elsewhere.length).toBeGreaterThan(0);
    expect(elsewhere.filter(({ to }) => !/^https?:$/.test(to.protocol))).toEqual([]);
  });

  test('the typefaces that the stylesheet asks for are there', async () => {
    const sheet = crawl.links.find(({ to }) => to.pathname.endsWith('/site.css'))?.to;
    const css = await (await fetch(sheet ?? '')).text();
    const fonts = [...css.matchAll(/url\("([^"]+)"\)/g)].map(([, path = '']) => new URL(path, sheet));
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect([font.href, (await fetch(font)).status]).toEqual([font.href, 200]);
  });

  test('addresses written out in full begin with the base address', async () => {
    const guide = crawl.pages.get(`${basePath}/guides/night-bus`) ?? '';
    expect(guide).toContain(`<link rel="canonical" href="${site.url}/guides/night-bus">`);
    const sitemap = await site.text('/sitemap.xml');
    expect(sitemap).toContain(`<loc>${site.url}/guides/night-bus/sources</loc>`);
    expect(await site.text('/robots.txt')).toContain(`Sitemap: ${site.url}/sitemap.xml`);
    expect(await site.text('/guides/night-bus/playlist.xspf')).toContain(`${site.url}/guides/night-bus`);
  });

  test('a former address is led on within the path', async () => {
    const { headers } = await site.get('/guides/n29/sources');
    expect(headers.get('location')).toBe(`${basePath}/guides/night-bus/sources`);
  });

  test('the sitemap’s pages are all there', async () => {
    const sitemap = await site.text('/sitemap.xml');
    const pages = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address);
    expect(pages).toHaveLength(7);
    for (const page of pages) expect([page, (await fetch(page)).status]).toEqual([page, 200]);
  });
});

test('beside the sub-path there is nothing', async () => {
  const site = await startSite({ basePath: '/notes', service: 'none' });
  const outside = await Promise.all(
    ['/', '/guides/night-bus', '/healthz'].map((path) => fetch(site.origin + path)),
  );
  const itself = await fetch(site.url);
  await site.close();
  expect(outside.map(({ status }) => status)).toEqual([404, 404, 404]);
  expect(itself.status).toBe(200);
});

interface Crawl {
  /** The HTML of each page by path and query. */
  pages: Map<string, string>;
  links: { from: string; to: URL }[];
  broken: string[];
}

/** Follows every link within the site from its front page on, and looks at some private pages as well. */
async function crawlSite(site: TestSite, privateOnes: Map<string, string>): Promise<Crawl> {
  const crawl: Crawl = { pages: new Map(), links: [], broken: [] };
  const waiting = [new URL(`${site.url}/`)];
  const seen = new Set([`${site.url}/`, ...[...privateOnes.keys()].map((path) => site.origin + path)]);
  const read = (from: string, html: string) => {
    crawl.pages.set(from, html);
    for (const to of linksOf(html, new URL(from, site.origin))) {
      crawl.links.push({ from, to: to.url });
      const address = to.url.href.split('#')[0] ?? '';
      if (to.url.origin !== site.origin || to.isPost || seen.has(address)) continue;
      seen.add(address);
      waiting.push(new URL(address));
    }
  };
  for (const [from, html] of privateOnes) read(from, html);
  for (let url = waiting.shift(); url; url = waiting.shift()) {
    const response = await fetch(url, { redirect: 'manual' });
    const text = await response.text();
    const path = url.pathname + url.search;
    if (response.status !== 200) crawl.broken.push(`${response.status} ${path}`);
    if (response.headers.get('content-type')?.startsWith('text/html')) read(path, text);
  }
  return crawl;
}

function linksOf(html: string, base: URL): { url: URL; isPost: boolean }[] {
  const posts = new Set(
    (html.match(/<form\b[^>]*method="post"[^>]*>/g) ?? []).flatMap((form) => attributes(form, 'action')),
  );
  return ['href', 'action', 'src'].flatMap((name) =>
    attributes(html, name).map((address) => ({ url: new URL(address, base), isPost: posts.has(address) })),
  );
}

/** The pages of a visitor who has saved a playlist; their own addresses are closed to everybody else. */
async function privatePages(site: TestSite): Promise<Map<string, string>> {
  const visitor = new Visitor(site);
  const saved = await visitor.saved();
  const connection = await visitor.see('/connect/sandbox');
  const missing = await visitor.see('/nowhere');
  return new Map([saved, connection, missing].map(({ url, html }) => [url.pathname, html]));
}

function isWithin(url: URL, basePath: string): boolean {
  return url.pathname === basePath || url.pathname.startsWith(`${basePath}/`);
}
