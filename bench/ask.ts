import { get, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** An answer as it came over the wire: the body is not decompressed. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Asks for an address once, on a connection of its own. */
export async function ask(url: string, headers: OutgoingHttpHeaders = {}): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  get(url, { headers, agent: false }, (response) => {
    const { statusCode = 0, headers: answered } = response;
    buffer(response).then((body) => resolve({ status: statusCode, headers: answered, body }), reject);
  }).on('error', reject);
  return await promise;
}
