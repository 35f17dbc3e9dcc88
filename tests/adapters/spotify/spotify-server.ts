import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request as it arrived: the body as parsed JSON, as the fields of a form, or absent. */
export interface Received {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: IncomingMessage['headers'];
  body: unknown;
}

/** What to answer with; `silent` takes the request and never answers, `cut` breaks off in the middle. */
export interface Answer {
  status?: number;
  body?: string;
  type?: string;
  headers?: Record<string, string>;
  silent?: boolean;
  cut?: boolean;
}

export interface SpotifyServer {
  url: string;
  /** Requests to `/v1`, oldest first. */
  calls: Received[];
  /** Requests to `/api/token`. */
  grants: Received[];
  /** What comes next from `/v1`, in order. */
  answer(...answers: Answer[]): void;
  /** What comes next from `/api/token`; the app's token when nothing was said. */
  grant(...answers: Answer[]): void;
  close(): Promise<void>;
}

/** A saved answer of Spotify's, from `tests/fixtures/spotify`. */
export function saved(name: string, status = 200): Answer {
  return { status, body: readSaved(name) };
}

export function readSaved(name: string): string {
  return readFileSync(new URL(`../../fixtures/spotify/${name}.json`, import.meta.url), 'utf8');
}

/** A stand-in on loopback, mounted under `/service` as the sandbox is under a path of its own. */
export async function startSpotifyServer(): Promise<SpotifyServer> {
  const calls: Received[] = [];
  const grants: Received[] = [];
  const answers: Answer[] = [];
  const grantAnswers: Answer[] = [];
  const server = createServer(async (request, response) => {
    const received = await receive(request);
    const isGrant = received.path === '/service/api/token';
    (isGrant ? grants : calls).push(received);
    const next = isGrant ? (grantAnswers.shift() ?? saved('app-token')) : answers.shift();
    send(response, next ?? { status: 500, body: 'the test has no answer left', type: 'text/plain' });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/service`,
    calls,
    grants,
    answer: (...more) => void answers.push(...more),
    grant: (...more) => void grantAnswers.push(...more),
    close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}

async function receive(request: IncomingMessage): Promise<Received> {
  const url = new URL(request.url ?? '', 'http://127.0.0.1');
  return {
    method: request.method ?? '',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: request.headers,
    body: parseBody(await text(request), request.headers['content-type']),
  };
}

function parseBody(body: string, type: string | undefined): unknown {
  if (body === '') return undefined;
  return type === 'application/json' ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body));
}

function send(response: ServerResponse, answer: Answer): void {
  if (answer.silent) return;
  const { status = 200, body = '', type = 'application/json', headers = {} } = answer;
  response.writeHead(status, { 'content-type': type, ...headers });
  if (!answer.cut) response.end(body);
  else response.write(body, () => response.destroy());
}
