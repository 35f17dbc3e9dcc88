import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Answer } from './ask.ts';

/** A bare `node:http` server in a process of its own. */
export interface BareServer {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/** Starts a bare server that gives the same bytes as `answer`; Node adds the date and the connection's headers. */
export async function startBareServer({ status, headers, body }: Answer): Promise<BareServer> {
  const { date, connection, 'keep-alive': keepAlive, ...same } = headers;
  const child = fork(join(import.meta.dirname, 'bare-server.ts'), { serialization: 'advanced' });
  child.send({ status, headers: same, body });
  const [port] = await once(child, 'message');
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
