import type { IncomingHttpHeaders } from 'node:http';
import { ask } from './ask.ts';
import { startBareServer } from './bare.ts';
import { type Comparison, compare, type Sample } from './load.ts';
import { GUIDE_PAGE, type Site, settle, startSite } from './site.ts';
import { sayAim, table } from './table.ts';
import { withTemporaryFolder } from './temporary-folder.ts';
import { residentMegabytes } from './usage.ts';

const LEAST_RATIO = 0.5;
const MOST_MEGABYTES = 150;
/** As Chromium and Firefox send it. */
const BROWSER: IncomingHttpHeaders = { 'accept-encoding': 'gzip, deflate, br, zstd' };

interface Scene {
  title: string;
  path: string;
  headers: IncomingHttpHeaders;
  /** Asks with the ETag of the page, as a browser does that has it. */
  isKnown?: boolean;
  hasAim?: boolean;
}

const SCENES: Scene[] = [
  { title: 'guide page, compressed', path: GUIDE_PAGE, headers: BROWSER, hasAim: true },
  { title: 'guide page, plain', path: GUIDE_PAGE, headers: {}, hasAim: true },
  { title: 'guide page, not modified', path: GUIDE_PAGE, headers: BROWSER, isKnown: true },
  { title: 'track page, compressed', path: `${GUIDE_PAGE}/tracks/angel-eyes`, headers: BROWSER },
  { title: 'home page, compressed', path: '/', headers: BROWSER },
];

/** The site under load beside a bare server that sends the same bytes, and its memory before and after. */
export async function serve(): Promise<string[]> {
  return await withTemporaryFolder(async (folder) => {
    const site = await startSite(folder);
    try {
      await settle(site);
      return await measure(site);
    } finally {
      await site.stop();
    }
  });
}

async function measure(site: Site): Promise<string[]> {
  const before = residentMegabytes(site.pid);
  const results: { scene: Scene; bytes: number; comparison: Comparison }[] = [];
  for (const scene of SCENES) results.push({ scene, ...(await playScene(site, scene)) });
  const after = residentMegabytes(site.pid);
  const aimed = results.filter(({ scene }) => scene.hasAim).map(({ comparison }) => comparison.ratio);
  const lowest = Math.min(...aimed);
  return [
    'Requests per second beside a bare node:http server sending the same bytes',
    ...table([
      ['', 'bytes', 'site', 'bare', 'ratio', 'p50 ms', 'p99 ms', 'processor µs'],
      ...results.map(({ scene, bytes, comparison }) => row(scene.title, bytes, comparison)),
    ]),
    `  ${sayAim(`guide page at least ${LEAST_RATIO} of the bare server`, lowest >= LEAST_RATIO, lowest.toFixed(2))}`,
    '',
    `Resident memory of the site: ${megabytes(before)} before the load, ${megabytes(after)} after`,
    `  ${sayAim(`under ${MOST_MEGABYTES} MB`, after === undefined ? undefined : after < MOST_MEGABYTES, megabytes(after))}`,
  ];
}

async function playScene(site: Site, { path, headers, isKnown }: Scene) {
  const page = await ask(`${site.url}${path}`, headers);
  const sent = isKnown ? { ...headers, 'if-none-match': page.headers.etag } : headers;
  const answer = await ask(`${site.url}${path}`, sent);
  const bare = await startBareServer(answer);
  try {
    const asked = { headers: sent, status: answer.status };
    const comparison = await compare(
      { ...asked, url: `${site.url}${path}`, pid: site.pid },
      { ...asked, url: `${bare.url}${path}`, pid: bare.pid },
    );
    return { bytes: answer.body.length, comparison };
  } finally {
    await bare.stop();
  }
}

function row(title: string, bytes: number, { site, bare, ratio }: Comparison): string[] {
  const pair = (say: (sample: Sample) => string) => `${say(site)} | ${say(bare)}`;
  return [
    `  ${title}`,
    String(bytes),
    site.perSecond.toFixed(0),
    bare.perSecond.toFixed(0),
    ratio.toFixed(2),
    pair(({ p50Ms }) => p50Ms.toFixed(1)),
    pair(({ p99Ms }) => p99Ms.toFixed(1)),
    pair(({ processorMicroseconds }) => processorMicroseconds?.toFixed(0) ?? '?'),
  ];
}

function megabytes(value: number | undefined): string {
  return value === undefined ? 'unknown here' : `${value.toFixed(0)} MB`;
}
