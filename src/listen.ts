import type { Server } from 'node:http';

const STOP_MILLISECONDS = 10_000;

/** Opens the port. */
export async function listen(server: Server, host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new ListenError(host, port, error)));
    server.listen(port, host, resolve);
  });
}

/** The address cannot be listened on. */
export class ListenError extends Error {
  override name = 'ListenError';
  constructor(host: string, port: number, cause: NodeJS.ErrnoException) {
    const reason = cause.code === 'EADDRINUSE' ? 'another program uses it' : cause.code;
    super(`Cannot listen on ${host}:${port}: ${reason}. HOST and PORT say where.`, { cause });
  }
}

/** Lets requests under way finish, and their connections end with them; those that take too long are cut off. */
export async function closeServer(server: Server): Promise<void> {
  server.keepAliveTimeout = 1;
  server.keepAliveTimeoutBuffer = 0;
  const cut = setTimeout(() => server.closeAllConnections(), STOP_MILLISECONDS);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(cut);
}
