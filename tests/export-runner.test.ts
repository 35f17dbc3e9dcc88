import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type Database, openDatabase } from '../src/adapters/database/database.ts';
import { readSettings } from '../src/config.ts';
import type { Export } from '../src/domain/exports/export.ts';
import type { Connector, Tokens } from '../src/domain/services/connection.ts';
import { createExportRunner } from '../src/export-runner.ts';
import { startServer } from '../src/server.ts';
import { accountOf, guide, matches, waiting } from './domain/exports/export-world.ts';
import { plainSealer } from './support/databases.ts';
import { openLogSink } from './support/log-sink.ts';
import { makePlace } from './support/run-program.ts';
import { reservePort } from './support/test-sandbox.ts';
import { LEAVING_LAS_VEGAS, type TestSite } from './support/test-site.ts';
import { Visitor } from './support/visitor.ts';

describe('an export runner that is to finish', () => {
  const tokens: Tokens = { accessToken: 'a', expiresAt: '2999-01-01T00:00:00.000Z', scopes: [] };
  let database: Database;
  let gate: PromiseWithResolvers<void>;

  beforeEach(async () => {
    gate = Promise.withResolvers();
    database = await openDatabase({ file: ':memory:' }, plainSealer());
    await database.guides.publishRevision({ content: guide, author: 'ann', message: '' });
    for (const match of matches) await database.matches.saveMatch(match);
    const { connection: id, service, createdAt: authorisedAt } = waiting;
    await database.connections.saveConnection({ id, service, accountId: 'ann', tokens, authorisedAt });
    await database.exports.saveExport(waiting);
  });
  afterEach(() => database.close());

  test('waits for the export under way', async () => {
    const runner = openRunner();
    runner.start(waiting);
    const finished = runner.finish();
    gate.resolve();
    await finished;
    expect(await findSaved()).toMatchObject({ state: 'done', carried: 2 });
  });

  test('refuses what comes later, with a sentence', async () => {
    const runner = openRunner();
    await runner.finish();
    runner.start(waiting);
    await runner.finish();
    expect(await findSaved()).toMatchObject({
      state: 'failed',
      failure: expect.stringContaining('being restarted'),
    });
  });

  test('does not wait for ever: what takes too long is told to be cut off', async () => {
    const runner = openRunner(1);
    runner.start(waiting);
    await runner.finish();
    expect(await findSaved()).toMatchObject({
      state: 'failed',
      failure: expect.stringContaining('restarted before this was done'),
    });
    gate.resolve();
    await runner.finish();
  });

  /** One whose service answers when the gate is opened. */
  function openRunner(patienceMilliseconds?: number) {
    const { account } = accountOf();
    const getOwner = async () => {
      await gate.promise;
      return { accountId: 'ann' };
    };
    const connector: Connector = {
      service: 'sandbox',
      consentOrigin: '',
      consentUrl: () => '',
      exchangeCode: async () => tokens,
      refresh: async () => tokens,
      openAccount: () => ({ ...account, getOwner }),
    };
    const log = pino({ level: 'silent' });
    return createExportRunner(database, 'me', connector, log, patienceMilliseconds);
  }

  async function findSaved(): Promise<Export | undefined> {
    return await database.exports.findExport(waiting.id);
  }
});

test('a server that is stopped while it saves to its own sandbox saves to the end', async () => {
  const place = await makePlace([LEAVING_LAS_VEGAS]);
  onTestFinished(() => place.remove());
  const port = await reservePort();
  const origin = `http://127.0.0.1:${port}`;
  const log = openLogSink();
  const { settings, secrets } = readSettings({ ...place.env, PORT: String(port), SANDBOX: 'on' });
  const running = await startServer(settings, secrets, pino({ base: undefined }, log.stream));
  await log.find('matched leaving-las-vegas:');
  const visitor = new Visitor({ url: origin, origin } as TestSite);
  const connecting = await visitor.press(await visitor.see('/connect/sandbox'), '/connect/sandbox');
  await visitor.consent(connecting);
  const pressed = await fetch(`${origin}/guides/leaving-las-vegas/exports`, {
    method: 'POST',
    headers: { Origin: origin, Cookie: [...visitor.cookies].map((pair) => pair.join('=')).join('; ') },
    redirect: 'manual',
  });
  expect(pressed.headers.get('location')).toMatch(/^\/exports\//);
  await running.stop();
  const database = new DatabaseSync(join(place.data, 'reel-notes.sqlite'));
  const saved = database.prepare('select state, details from exports').all();
  database.close();
  expect(saved).toMatchObject([{ state: 'done', details: expect.stringContaining('"carried":26') }]);
});
