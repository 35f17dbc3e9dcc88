import type { Request, Response } from 'express';
import { create } from 'xmlbuilder2';
import type { Context } from './context.ts';
import { sendPage } from './send-page.ts';

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** The addresses worth finding (https://www.sitemaps.org/protocol.html). */
export function showSitemap(context: Context) {
  return async (request: Request, response: Response) => {
    await sendPage(context, request, response, {
      version: await context.publishedGuides.findSiteVersion(),
      mediaType: 'application/xml; charset=utf-8',
      render: () => drawSitemap(context),
    });
  };
}

async function drawSitemap({ guides, site }: Context): Promise<string> {
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele(NAMESPACE, 'urlset');
  const add = (path: string, lastmod?: string) => {
    const url = root.ele('url');
    url.ele('loc').txt(site.url(path));
    if (lastmod) url.ele('lastmod').txt(lastmod);
  };
  add('/');
  for (const guide of await guides.listGuides()) {
    for (const page of ['', '/sources', '/playlist']) add(`/guides/${guide.slug}${page}`, guide.publishedAt);
  }
  return root.end({ prettyPrint: true });
}

/** Private corners are not for crawlers (RFC 9309). */
export function showRobots(context: Context) {
  return (_request: Request, response: Response) => {
    const { path, url } = context.site;
    const closed = ['/connect/', '/exports/', '/search', '/sandbox/'].map(
      (corner) => `Disallow: ${path(corner)}`,
    );
    response.setHeader('Cache-Control', 'no-cache');
    response.type('text/plain; charset=utf-8');
    response.end(['User-agent: *', ...closed, `Sitemap: ${url('/sitemap.xml')}`, ''].join('\n'));
  };
}
