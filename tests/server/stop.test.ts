import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makePlace, type Place, runProgram } from '../support/run-program.ts';
import { reservePort } from '../support/test-sandbox.ts';
import { NIGHT_BUS } from '../support/test-site.ts';

/** Well below the five seconds for which an idle connection is kept. */
const MOST_MS = 4000;

let place: Place;
beforeEach(async () => {
  place = await makePlace([NIGHT_BUS]);
});
afterEach(() => place.remove());

describe('a stop', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s lets a request under way finish, closes the database, and ends with code 0',
    async (signal) => {
      const { server, origin } = await start();
      const form = 'order=film';
      const slow = request(`${origin}/connect/sandbox`, {
        method: 'POST',
        headers: {
          Origin: origin,
          Expect: '100-continue',
          'Content-Type': 'application/x-www-form-urlencoded',
          'Content-Length': form.length,
        },
      });
      slow.flushHeaders();
      await once(slow, 'continue');
      server.child.kill(signal);
      await server.says('stopping');
      const before = performance.now();
      slow.end(form);
      const [response] = await once(slow, 'response');
      response.resume();
      expect(await server.ended).toBe(0);
      expect(performance.now() - before).toBeLessThan(MOST_MS);
      expect(response.statusCode).toBe(303);
      expect(JSON.parse(server.stdout.at(-1) ?? '').msg).toBe('stopped');
      expect(server.stderr).toEqual([]);
      expect((await readdir(place.data)).sort()).toEqual([
        'reel-notes.sqlite',
        'sandbox.sqlite',
        'secret-key',
      ]);
    },
  );

  test('does not wait for a connection on which nothing is asked', async () => {
    const { server, origin } = await start();
    const agent = new Agent({ keepAlive: true });
    const asked = request(`${origin}/healthz`, { agent }).end();
    const [response] = await once(asked, 'response');
    await once(response.resume(), 'end');
    const before = performance.now();
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    agent.destroy();
    expect(performance.now() - before).toBeLessThan(MOST_MS);
  });

  test('takes no new visitors', async () => {
    const { server, origin } = await start();
    server.child.kill('SIGTERM');
    await server.ended;
    await expect(fetch(`${origin}/healthz`)).rejects.toThrow('fetch failed');
  });
});

async function start() {
  const port = await reservePort();
  const server = runProgram('server.ts', { ...place.env, PORT: String(port) });
  await server.says('matched night-bus');
  return { server, origin: `http://127.0.0.1:${port}` };
}
