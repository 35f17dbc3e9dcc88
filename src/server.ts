import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { toPasswords } from './adapters/sealing/sealer.ts';
import { createApp } from './app.ts';
import { readSettings, type Secrets, type Settings } from './config.ts';
import { type ImportReport, importGuideFiles } from './domain/guides/import-guide-files.ts';
import { sayImport } from './domain/guides/say-import.ts';
import { createExportRunner } from './export-runner.ts';
import { closeServer, listen } from './listen.ts';
import { createLogger } from './logger.ts';
import { runMain } from './run-main.ts';
import { openStreaming, type Streaming } from './streaming.ts';
import type { Context } from './web/context.ts';
import { PageCache } from './web/page-cache.ts';
import { createPublishedGuides } from './web/published-guides.ts';
import { createSite } from './web/site.ts';
import { createViews } from './web/views.ts';
import { startWork } from './work.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

/** The site while it runs. */
export interface Running {
  /** The address to open. */
  url: string;
  /** Ends in reverse order: requests and work under way finish, then everything is closed. */
  stop(): Promise<void>;
}

const PAGE_CACHE_BYTES = 64 * 1024 * 1024;

/** Starts the site; throws errors whose message a person can act on, with everything closed again. */
export async function startServer(settings: Settings, secrets: Secrets, log: Logger): Promise<Running> {
  const opened = new AsyncDisposableStack();
  try {
    const workplace = await openWorkplace(settings, secrets);
    opened.defer(() => workplace.close());
    const imported = await importGuideFiles({
      ...workplace.database,
      folder: workplace.folder,
      owner: workplace.owner,
      author: 'guide files',
      wait: sleep,
    });
    const streaming = openStreaming(settings, secrets);
    opened.defer(() => streaming?.close());
    const exports = createExportRunner(workplace.database, workplace.owner, streaming?.connector, log);
    const context = createContext(settings, workplace, streaming, exports.start, log);
    const server = createServer(
      createApp(context, {
        publicDir: PUBLIC_DIR,
        fontDirs: FONT_DIRS,
        trustProxy: settings.trustProxy,
        sandbox: streaming?.sandbox?.handler,
      }),
    );
    await listen(server, settings.host, settings.port);
    opened.defer(() => closeServer(server));
    // An export may be writing to the sandbox that this very server serves, so it ends first.
    opened.defer(() => exports.finish());
    log.info(`Reel Notes is at ${settings.baseUrl}/`);
    reportImport(imported, log);
    const work = await startWork(workplace, streaming, imported, log);
    for (const one of work) opened.defer(() => one.stop());
    return { url: settings.baseUrl, stop: () => opened.disposeAsync() };
  } catch (error) {
    await opened.disposeAsync();
    throw error;
  }
}

const ROOT = join(import.meta.dirname, '..');
const PUBLIC_DIR = join(ROOT, 'public');
const FONT_DIRS = ['newsreader', 'instrument-sans'].map((font) =>
  join(ROOT, 'node_modules', '@fontsource', font, 'files'),
);

function createContext(
  settings: Settings,
  workplace: Workplace,
  streaming: Streaming | undefined,
  startExport: Context['startExport'],
  log: Logger,
): Context {
  const { database } = workplace;
  return {
    ...database,
    site: createSite({
      baseUrl: settings.baseUrl,
      version: readVersion(),
      service: settings.service?.name,
      sandboxUrl: streaming?.sandboxUrl,
      publicDir: PUBLIC_DIR,
    }),
    views: createViews(join(ROOT, 'views'), { cache: true }),
    pageCache: new PageCache(PAGE_CACHE_BYTES),
    publishedGuides: createPublishedGuides(database.guides),
    connector: streaming?.connector,
    startExport,
    cookiePasswords: toPasswords(workplace.secretKeys),
    clock: () => new Date(),
    log,
  };
}

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  return version;
}

function reportImport(reports: ImportReport[], log: Logger): void {
  for (const report of reports) {
    const lines = sayImport(report);
    const level = report.outcome === 'damaged' || report.outcome === 'conflict' ? 'warn' : 'info';
    if (report.outcome !== 'unchanged') for (const line of lines) log[level](line);
  }
}

async function main(): Promise<void> {
  const { settings, secrets } = readSettings(process.env);
  const log = createLogger(settings);
  const starting = startServer(settings, secrets, log);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void stopWhenStarted(starting, log));
  }
  await starting;
}

/** A start that has begun is let through first; one that fails has said so by itself. */
async function stopWhenStarted(starting: Promise<Running>, log: Logger): Promise<void> {
  log.info('stopping');
  const running = await starting.catch(() => undefined);
  await running?.stop();
  log.info('stopped');
}

if (import.meta.main) await runMain(main);
