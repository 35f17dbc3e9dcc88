import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSandbox } from '../../src/sandbox/sandbox.ts';

/** A sandbox by itself, on a port that is not the site's. */
export interface TestSandbox {
  url: string;
  /** Moves its clock on. */
  pass(milliseconds: number): void;
  /** Until it is brought back, connections are refused. */
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

export async function startSandbox(siteUrl: string): Promise<TestSandbox> {
  const server = createServer();
  const port = await listenOn(server, 0);
  const url = `http://127.0.0.1:${port}`;
  let ahead = 0;
  const sandbox = createSandbox({
    dataFile: ':memory:',
    publicUrl: url,
    clientId: 'reel-notes-sandbox',
    clientSecret: 'reel-notes-sandbox-secret',
    redirectUris: [`${siteUrl}/connect/sandbox/callback`],
    clock: () => new Date(Date.now() + ahead),
  });
  server.on('request', sandbox.handler);
  return {
    url,
    pass(milliseconds) {
      ahead += milliseconds;
    },
    goDown: () => closeServer(server),
    async comeBack() {
      if (!server.listening) await listenOn(server, port);
    },
    async close() {
      await closeServer(server);
      sandbox.close();
    },
  };
}

/** A port that is free now; BASE_URL needs its number before anything listens on it. */
export async function reservePort(): Promise<number> {
  const server = createServer();
  const port = await listenOn(server, 0);
  await closeServer(server);
  return port;
}

async function listenOn(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return;
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}
