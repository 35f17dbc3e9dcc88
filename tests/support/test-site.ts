import { basename, join } from 'node:path';
import { pino } from 'pino';
import { readSettings } from '../../src/config.ts';
import { startServer } from '../../src/server.ts';
import { type LogSink, openLogSink } from './log-sink.ts';
import { makePlace } from './run-program.ts';
import { openSiteDatabase } from './site-database.ts';
import { reservePort, startSandbox, type TestSandbox } from './test-sandbox.ts';

const ROOT = join(import.meta.dirname, '../..');
export const NIGHT_BUS = join(ROOT, 'tests/fixtures/guides/night-bus.yaml');
export const LEAVING_LAS_VEGAS = join(ROOT, 'tracks/leaving-las-vegas.yaml');

export interface TestSiteOptions {
  /** Guide files; both when absent. */
  guides?: string[];
  /** What stands behind the port in BASE_URL. */
  basePath?: string;
  /** Instead of the address the site listens on. */
  baseUrl?: string;
  /** What is streamed from: the stand-alone sandbox when absent, or the one within the site, or nothing. */
  service?: 'own sandbox' | 'none';
}

/** The whole site on a port of its own, with the stand-alone sandbox on another. */
export interface TestSite {
  /** Where it listens, with the base path. */
  url: string;
  origin: string;
  sandbox: TestSandbox | undefined;
  log: LogSink;
  /** Asks the site; redirects are not followed. */
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  text(path: string): Promise<string>;
  /** Sends a form as the site's own pages do. */
  post(path: string, form?: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  /** Runs SQL behind the program's back. */
  sql(text: string): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

/** Starts the site as the program does, and waits until every guide has been matched. */
export async function startSite(options: TestSiteOptions = {}): Promise<TestSite> {
  const { guides = [LEAVING_LAS_VEGAS, NIGHT_BUS], basePath = '', service } = options;
  const place = await makePlace(guides);
  const port = await reservePort();
  const origin = `http://127.0.0.1:${port}`;
  const baseUrl = options.baseUrl ?? origin + basePath;
  const sandbox = service ? undefined : await startSandbox(baseUrl);
  const database = await openSiteDatabase(place.data);
  const log = openLogSink();
  const { settings, secrets } = readSettings({
    ...place.env,
    ...database.settings,
    PORT: String(port),
    BASE_URL: baseUrl,
    SANDBOX: service === 'none' ? 'off' : 'on',
    ...(sandbox && { SPOTIFY_API_URL: sandbox.url }),
  });
  const running = await startServer(settings, secrets, pino({ level: 'debug', base: undefined }, log.stream));
  if (settings.service) {
    for (const file of guides) await log.find(`matched ${basename(file, '.yaml')}:`);
  }
  return {
    ...createClient(origin + basePath, new URL(baseUrl).origin),
    origin,
    sandbox,
    log,
    sql: database.sql,
    async close() {
      await running.stop();
      await sandbox?.close();
      await database.drop();
      await place.remove();
    },
  };
}

function createClient(url: string, ownOrigin: string): Pick<TestSite, 'url' | 'get' | 'text' | 'post'> {
  const ask = (path: string, init: RequestInit) => fetch(url + path, { redirect: 'manual', ...init });
  return {
    url,
    get: (path, headers = {}) => ask(path, { headers }),
    text: async (path) => (await ask(path, {})).text(),
    post: (path, form = {}, headers = {}) =>
      ask(path, {
        method: 'POST',
        headers: { Origin: ownOrigin, ...headers },
        body: new URLSearchParams(form),
      }),
  };
}
