import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSandbox } from './sandbox.ts';
import { FlagError, readFlags, type ServeFlags } from './serve-flags.ts';

/** The sandbox on its own: prints its address, serves, and stops cleanly when told to. */
function main(): void {
  try {
    serve(readFlags(process.argv.slice(2)));
  } catch (error) {
    if (!(error instanceof FlagError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}

function serve(flags: ServeFlags): void {
  const server = createServer();
  server.on('error', (error) => {
    console.error(`The sandbox could not listen on ${flags.host}:${flags.port}: ${error.message}`);
    process.exitCode = 1;
  });
  server.listen(flags.port, flags.host, () => {
    try {
      start(server, flags);
    } catch (error) {
      console.error(`The sandbox could not start: ${(error as Error).message}`);
      process.exitCode = 1;
      server.close();
    }
  });
}

/** The port is known only now, when 0 was asked for, and the sandbox writes its address into its answers. */
function start(server: Server, flags: ServeFlags): void {
  const publicUrl = addressOf(server);
  const sandbox = createSandbox({ ...flags, publicUrl });
  server.on('request', sandbox.handler);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      server.close(() => sandbox.close());
      server.closeIdleConnections();
    });
  }
  console.log(publicUrl);
  console.log(
    `Sandbox streaming service. Its app is ${flags.clientId}, returning to ${flags.redirectUris.join(', ')}`,
  );
}

function addressOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo;
  return family === 'IPv6' ? `http://[${address}]:${port}` : `http://${address}:${port}`;
}

main();
