import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';
import { FlagError, readFlags } from '../../src/sandbox/serve-flags.ts';

const SERVE = join(import.meta.dirname, '../../src/sandbox/serve.ts');

describe('the command line', () => {
  test('has a default for everything', () => {
    expect(readFlags([])).toEqual({
      host: '127.0.0.1',
      port: 4000,
      redirectUris: ['http://127.0.0.1:3000/connect/sandbox/callback'],
      dataFile: ':memory:',
      catalogFile: undefined,
      clientId: 'reel-notes-sandbox',
      clientSecret: 'reel-notes-sandbox-secret',
    });
  });

  test('takes several addresses to return to', () => {
    const flags = readFlags(['--redirect', 'https://a.example/x', '--redirect', 'http://[::1]:3000/y']);
    expect(flags.redirectUris).toEqual(['https://a.example/x', 'http://[::1]:3000/y']);
  });

  test.each([
    [['--flavour'], "Unknown option '--flavour'."],
    [['now'], "Unexpected argument 'now'."],
    [['--port', 'high'], '--port must be a number from 0 to 65535, not "high".'],
    [['--port', '70000'], '--port must be a number from 0 to 65535, not "70000".'],
    [
      ['--redirect', 'http://localhost:3000/x'],
      '--redirect must be an https address, or http to 127.0.0.1 or [::1], not "http://localhost:3000/x".',
    ],
    [['--redirect', 'x'], '--redirect must be an https address, or http to 127.0.0.1 or [::1], not "x".'],
    [['--catalog', '/nowhere'], '--catalog names a file that is not there: "/nowhere".'],
  ])('answers %j with one sentence', (args, sentence) => {
    expect(() => readFlags(args)).toThrow(new FlagError(sentence));
  });
});

test('the stand-alone sandbox prints its address first, serves, and stops when told to', async () => {
  const child = spawn(process.execPath, [SERVE, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [address] = (await once(createInterface(child.stdout), 'line')) as [string];
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const page = await (await fetch(`${address}/`)).text();
  expect(page).toContain('Sandbox');
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('a bad flag ends the stand-alone sandbox with code 2 and nothing but a sentence', async () => {
  const child = spawn(process.execPath, [SERVE, '--port', 'high'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  expect(await once(child, 'close')).toEqual([2, null]);
  expect(said).toBe('--port must be a number from 0 to 65535, not "high".\n');
});
