import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pino } from 'pino';
import { type Database, openDatabase } from '../../src/adapters/database/database.ts';
import { createApp } from '../../src/app.ts';
import type { Context } from '../../src/web/context.ts';
import { PageCache } from '../../src/web/page-cache.ts';
import { createPublishedGuides } from '../../src/web/published-guides.ts';
import { createSite } from '../../src/web/site.ts';
import { createViews } from '../../src/web/views.ts';
import { plainSealer } from './databases.ts';
import { type LogSink, openLogSink } from './log-sink.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The app alone, on a database in memory, with whatever part a test wants to be different. */
export interface TestApp {
  url: string;
  database: Database;
  log: LogSink;
  close(): Promise<void>;
}

export async function startApp(change: (usual: Context) => Partial<Context> = () => ({})): Promise<TestApp> {
  const database = await openDatabase({ file: ':memory:' }, plainSealer());
  const log = openLogSink();
  const usual = usualContext(database, log);
  const app = createApp(
    { ...usual, ...change(usual) },
    { publicDir: join(ROOT, 'public'), fontDirs: [], trustProxy: undefined },
  );
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    database,
    log,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
      await database.close();
    },
  };
}

function usualContext(database: Database, log: LogSink): Context {
  return {
    ...database,
    site: createSite({
      baseUrl: 'http://reel.example',
      version: '0',
      service: 'sandbox',
      publicDir: join(ROOT, 'public'),
    }),
    views: createViews(join(ROOT, 'views'), { cache: true }),
    pageCache: new PageCache(1024 * 1024),
    publishedGuides: createPublishedGuides(database.guides),
    connector: undefined,
    startExport: () => {},
    cookiePasswords: { 1: 'a password of thirty-two characters' },
    clock: () => new Date('2026-11-21T12:00:00Z'),
    log: pino({ base: undefined }, log.stream),
  };
}
