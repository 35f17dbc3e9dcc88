import { once } from 'node:events';
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/adapters/database/database.ts';
import { readSettings } from '../../src/config.ts';
import { ListenError } from '../../src/listen.ts';
import { startServer } from '../../src/server.ts';
import { plainSealer } from '../support/databases.ts';
import { makePlace, type Place, type Program, runProgram } from '../support/run-program.ts';
import { reservePort } from '../support/test-sandbox.ts';
import { NIGHT_BUS } from '../support/test-site.ts';

let place: Place;
beforeEach(async () => {
  place = await makePlace([NIGHT_BUS]);
});
afterEach(() => place.remove());

describe('a start', () => {
  test('says the address first, then what became of the guide files', async () => {
    const server = await start();
    const page = await fetch(`${addressOf(server)}guides/night-bus`);
    await stop(server);
    expect(page.status).toBe(200);
    expect(messages(server)[0]).toMatch(/^Reel Notes is at http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(messages(server)).toContain('night-bus.yaml: new guide, revision 1');
    expect(server.stderr).toEqual([]);
  });

  test('in text is for a person to read', async () => {
    const server = await start({ LOG_FORMAT: 'text' });
    await stop(server);
    expect(server.stdout[0]).toMatch(/^\[\d\d:\d\d:\d\d\] INFO: Reel Notes is at http:/);
  });

  test('with the shipped settings brings the sandbox along, under the site’s own address', async () => {
    const server = await start({ SANDBOX: 'auto' });
    await server.says('matched night-bus');
    const sandbox = await fetch(`${addressOf(server)}sandbox/`);
    await stop(server);
    expect([sandbox.status, await sandbox.text()]).toEqual([
      200,
      expect.stringContaining('stand-in streaming'),
    ]);
  });

  test('with a damaged guide file names every mistake by its place, and serves the others', async () => {
    await writeFile(
      join(place.tracks, 'broken.yaml'),
      'id: broken\nfilm:\n  title: Broken\n  year: soon\ncolour: red\n',
    );
    const server = await start();
    await server.says('colour:');
    const [broken, whole] = await Promise.all(
      ['guides/broken', 'guides/night-bus'].map((path) => fetch(addressOf(server) + path)),
    );
    await stop(server);
    expect([broken?.status, whole?.status]).toEqual([404, 200]);
    const file = join(place.tracks, 'broken.yaml');
    const warnings = server.stdout.map((line) => JSON.parse(line)).filter(({ level }) => level === 40);
    expect(warnings.map(({ msg }) => msg)).toEqual([
      expect.stringMatching(`^${file}:4:3 film.year: `),
      expect.stringMatching(`^${file}:5:1 colour: is not a colour`),
    ]);
  });

  test('the second time knows the guides already, and publishes what has changed', async () => {
    await stop(await start());
    const second = await start();
    await stop(second);
    expect(messages(second).slice(1)).toEqual(['stopping', 'stopped']);
    await appendFile(join(place.tracks, 'night-bus.yaml'), '    note: Seen anew.\n');
    const third = await start();
    await stop(third);
    expect(messages(third)[1]).toBe('night-bus.yaml: published as revision 2');
  });

  test('that failed can be tried again in the same process', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { settings, secrets } = readSettings({ ...place.env, PORT: String(port) });
    const log = pino({ level: 'silent' });
    await expect(startServer(settings, secrets, log)).rejects.toThrow(ListenError);
    await promisify(other.close.bind(other))();
    const running = await startServer(settings, secrets, log);
    const page = await fetch(`${running.url}/guides/night-bus`);
    await running.stop();
    expect(page.status).toBe(200);
  });
});

describe('a start that cannot be', () => {
  test('for wrong settings names each of them', async () => {
    const program = runProgram('server.ts', { ...place.env, PORT: 'high', SANDBOX: 'maybe' });
    expect(await program.ended).toBe(1);
    expect(program.stderr).toEqual([
      'Reel Notes cannot start:',
      '  - PORT must be a port number from 1 to 65535',
      '  - SANDBOX must be auto, on or off',
    ]);
    expect(program.stdout).toEqual([]);
  });

  test('for a file in the place of the data folder says which', async () => {
    await writeFile(place.data, '');
    expect(await refusal()).toEqual([
      `The data folder ${place.data} cannot be used (EEXIST). Make it writable, or set DATA_DIR to another one.`,
    ]);
  });

  test('for a folder of guide files that is not there says which', async () => {
    const TRACKS_DIR = join(place.folder, 'nowhere');
    expect(await refusal({ TRACKS_DIR })).toEqual([
      expect.stringMatching(
        `^Cannot use the folder of guide files ${TRACKS_DIR} \\(ENOENT.*\\); TRACKS_DIR says where it is\\.$`,
      ),
    ]);
  });

  test('for a database that is no database says which', async () => {
    await mkdir(place.data);
    await writeFile(join(place.data, 'reel-notes.sqlite'), 'this is no database, as anybody can read');
    const [line, ...more] = await refusal();
    expect(line).toMatch(`Cannot open the database file ${join(place.data, 'reel-notes.sqlite')} (`);
    expect(line).toContain('or restore a backup');
    expect(more).toEqual([]);
  });

  test('for a database of a newer program leaves it alone', async () => {
    const file = join(place.data, 'reel-notes.sqlite');
    await (await openDatabase({ file }, plainSealer())).close();
    const database = new DatabaseSync(file);
    database.exec("insert into kysely_migration values ('999-from-the-future', '2030-01-01')");
    database.close();
    expect(await refusal()).toEqual([
      'The database was written by a newer Reel Notes (it has migration 999-from-the-future); start that version, or restore a backup.',
    ]);
  });

  test('for a catalog of the sandbox that is not there says which', async () => {
    const SANDBOX_CATALOG = join(place.folder, 'nowhere.ndjson');
    expect(await refusal({ SANDBOX: 'on', SANDBOX_CATALOG })).toEqual([
      expect.stringMatching(
        `^The sandbox's catalog ${SANDBOX_CATALOG} cannot be read \\(ENOENT.*\\)\\. SANDBOX_CATALOG or --catalog says which it is\\.$`,
      ),
    ]);
  });

  test('for a damaged file of the sandbox says which, and what to do', async () => {
    await mkdir(place.data);
    await writeFile(join(place.data, 'sandbox.sqlite'), 'this is no database, as anybody can read');
    expect(await refusal({ SANDBOX: 'on' })).toEqual([
      `The sandbox's file ${join(place.data, 'sandbox.sqlite')} cannot be used (file is not a database). Delete it: a new one is made at the next start, without the playlists that were in it.`,
    ]);
  });

  test('for a port that is taken says so, and ends', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const said = await refusal({ PORT: String(port), SANDBOX: 'auto' });
    other.close();
    expect(said).toEqual([
      `Cannot listen on 127.0.0.1:${port}: another program uses it. HOST and PORT say where.`,
    ]);
  });

  test('for a host that is not this machine’s says so', async () => {
    const said = await refusal({ HOST: '192.0.2.1' });
    expect(said[0]).toMatch(/^Cannot listen on 192\.0\.2\.1:\d+: EADDRNOTAVAIL\. HOST and PORT say where\.$/);
  });

  test('for a database server that is not there names it without the password', async () => {
    const port = await reservePort();
    const DATABASE_URL = `postgres://reel:hush-hush@127.0.0.1:${port}/notes`;
    const said = await refusal({ DATABASE_URL, SECRET_KEY: 'k'.repeat(32) });
    expect(said[0]).toMatch(`Cannot use the PostgreSQL database notes at 127.0.0.1:${port} as reel (`);
    expect(said.join('\n')).not.toContain('hush-hush');
  });
});

async function start(env: Record<string, string> = {}): Promise<Program> {
  const PORT = String(await reservePort());
  const server = runProgram('server.ts', { ...place.env, PORT, SANDBOX: 'off', ...env });
  await server.says('Reel Notes is at');
  return server;
}

async function stop(server: Program): Promise<void> {
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
}

/** What a start says that ends by itself. */
async function refusal(env: Record<string, string> = {}): Promise<string[]> {
  const PORT = String(await reservePort());
  const program = runProgram('server.ts', { ...place.env, PORT, SANDBOX: 'off', ...env });
  expect(await program.ended).toBe(1);
  expect(program.stdout).toEqual([]);
  return program.stderr;
}

function messages(server: Program): string[] {
  return server.stdout.map((line) => JSON.parse(line).msg);
}

function addressOf(server: Program): string {
  return messages(server)[0]?.replace('Reel Notes is at ', '') ?? '';
}
