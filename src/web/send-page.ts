import type { Request, Response } from 'express';
import { LRUCache } from 'lru-cache';
import type { Context } from './context.ts';
import { createRenderedPage, type Encoding, type RenderedPage } from './page-cache.ts';

/** A page that anybody may see; kept rendered until `version` changes. */
export interface PublicPage {
  /** What tells this page from others at the same address, such as an order or a notice. */
  key?: string;
  version: string | number;
  mediaType?: string;
  headers?: Record<string, string>;
  render(): Promise<string | Buffer>;
}

const HTML = 'text/html; charset=utf-8';

/** Answers with a public page: from the cache, compressed, and 304 when the browser has it. */
export async function sendPage(
  context: Context,
  request: Request,
  response: Response,
  page: PublicPage,
): Promise<void> {
  const key = `${request.path} ${page.key ?? ''}`;
  const rendered = await context.pageCache.find(key, String(page.version), page.render);
  response.setHeader('Cache-Control', 'no-cache');
  await sendRendered(request, response, rendered, page.mediaType ?? HTML, page.headers);
}

/** Answers with a page for one visitor alone: kept by nobody. */
export async function sendPrivatePage(response: Response, html: string): Promise<void> {
  response.setHeader('Cache-Control', 'private, no-store');
  response.setHeader('Content-Type', HTML);
  response.end(html);
}

async function sendRendered(
  request: Request,
  response: Response,
  rendered: RenderedPage,
  mediaType: string,
  headers: Record<string, string> = {},
): Promise<void> {
  const encoding = chooseEncoding(request);
  const { bytes, etag } = await rendered.encode(encoding);
  response.setHeader('Content-Type', mediaType);
  response.setHeader('Vary', 'Accept-Encoding');
  response.setHeader('ETag', etag);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (hasSeen(request.headers['if-none-match'], etag)) {
    response.statusCode = 304;
    response.end();
    return;
  }
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
  response.setHeader('Content-Length', bytes.length);
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** For small things made anew each time, such as feeds of the moment. */
export async function sendOnce(
  request: Request,
  response: Response,
  content: string,
  mediaType: string,
): Promise<void> {
  response.setHeader('Cache-Control', 'no-cache');
  await sendRendered(request, response, createRenderedPage(content), mediaType);
}

/** Browsers name gzip before br and like both equally, so the choice is ours: the smallest form they accept. */
function chooseEncoding(request: Request): Encoding {
  const accepted = request.headers['accept-encoding'];
  if (!accepted) return 'identity';
  const known = chosenEncodings.get(accepted);
  if (known) return known;
  const chosen = SMALLEST_FIRST.find((encoding) => request.acceptsEncodings(encoding)) ?? 'identity';
  chosenEncodings.set(accepted, chosen);
  return chosen;
}

const SMALLEST_FIRST = ['br', 'gzip'] as const;
/** By the text of `Accept-Encoding`, of which browsers send a handful. */
const chosenEncodings = new LRUCache<string, Encoding>({ max: 50 });

function hasSeen(ifNoneMatch: string | undefined, etag: string): boolean {
  return ifNoneMatch?.split(/,\s*/).some((seen) => seen.replace(/^W\//, '') === etag) ?? false;
}
