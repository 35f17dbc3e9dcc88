import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer } from './ask.ts';

/**
 * The least a Node server can do, run as a child process: it is sent one answer, gives it to every request without
 * looking, and says on which port.
 */
process.once('message', ({ status, headers, body }: Answer) => {
  const server = createServer((_request, response) => {
    response.writeHead(status, headers);
    response.end(body);
  });
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
});
