import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ask } from './ask.ts';

export const ROOT = join(import.meta.dirname, '..');
export const GUIDE_PAGE = '/guides/leaving-las-vegas';

/** The real site in a process of its own. */
export interface Site {
  url: string;
  pid: number;
  /** From the birth of the process to the first guide page it gave. */
  firstPageMs: number;
  stop(): Promise<void>;
}

/** Starts the site as `npm start` does, with no setting but where to keep data and listen. */
export async function startSite(dataDir: string): Promise<Site> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const child = spawn(process.execPath, readStartArguments(), {
    cwd: ROOT,
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await waitForPage(child, `${url}${GUIDE_PAGE}`);
  const firstPageMs = performance.now() - began;
  return { url, pid: child.pid ?? 0, firstPageMs, stop: () => stop(child) };
}

/** Lets the work of the start, such as matching, come to its end: the page stays as it is. */
export async function settle(site: Site): Promise<void> {
  let seen: string | undefined;
  for (let same = 0; same < SAME_LOOKS; ) {
    const { etag } = (await ask(`${site.url}${GUIDE_PAGE}`)).headers;
    same = etag === seen ? same + 1 : 0;
    seen = etag;
    await wait(MILLISECONDS_BETWEEN_LOOKS);
  }
}

const SAME_LOOKS = 8;
const MILLISECONDS_BETWEEN_LOOKS = 250;
const MILLISECONDS_BETWEEN_TRIES = 5;

/** What `npm start` runs, so that its flags are measured too. */
function readStartArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  return scripts.start.split(' ').slice(1);
}

async function waitForPage(child: ChildProcess, url: string): Promise<void> {
  while (isRunning(child)) {
    const answer = await ask(url).catch(() => undefined);
    if (answer?.status === 200) return;
    await wait(MILLISECONDS_BETWEEN_TRIES);
  }
  throw new Error(`the site ended (${child.exitCode ?? child.signalCode}) before it gave a page`);
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}

async function stop(child: ChildProcess): Promise<void> {
  if (!isRunning(child)) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}
