import manager, { type Answer, type RequestOptions } from 'spotify-web-api-node/src/http-manager.js';
import { AnswerError, NoAnswerError } from './answer-error.ts';
import { hideSecrets } from './hide-secrets.ts';
import type { Pace, Wait } from './pace.ts';
import { repeatRead } from './repeat.ts';

export interface TransportOptions {
  apiUrl: string;
  accountsUrl: string;
  timeoutMs: number;
  pace: Pace;
  wait: Wait;
}

interface Outgoing {
  verb: string;
  url: string;
  headers: Record<string, string>;
  body: string | URLSearchParams | undefined;
}

const LIBRARY_API = 'https://api.spotify.com';
let isInstalled = false;

/**
 * Puts our way of sending under the client library, for the whole process, and returns how to take it away. The
 * library has no setting for hosts, time limits or pace, follows redirects with the token, and loses error texts.
 */
export function installTransport(options: TransportOptions): () => void {
  if (isInstalled) {
    throw new Error(
      'one process speaks to one Spotify or one sandbox: close the first before opening another',
    );
  }
  const original = manager._makeRequest;
  manager._makeRequest = (start, request, uri, callback) => {
    const outgoing = toOutgoing(start(uri).method, request, uri, options);
    const isApi = uri.startsWith(LIBRARY_API);
    const send = () => sendOnce(outgoing, options.timeoutMs);
    const paced = () => (isApi ? options.pace(send) : send());
    const answer = outgoing.verb === 'GET' ? repeatRead(paced, options.wait) : paced();
    answer.then((good) => callback(null, good), callback);
  };
  isInstalled = true;
  return () => {
    manager._makeRequest = original;
    isInstalled = false;
  };
}

function toOutgoing(verb: string, request: RequestOptions, uri: string, options: TransportOptions): Outgoing {
  const { data, headers = {}, query = {} } = request;
  return {
    verb,
    url: rewriteUrl(uri, options) + writeQuery(query),
    headers,
    body: typeof data === 'object' ? new URLSearchParams(data) : data,
  };
}

/** The library's address at the host of our settings, without the slash it leaves after `/v1/search/`. */
function rewriteUrl(uri: string, { apiUrl, accountsUrl }: TransportOptions): string {
  const base = uri.startsWith(LIBRARY_API) ? apiUrl : accountsUrl;
  return base.replace(/\/+$/, '') + new URL(uri).pathname.replace(/\/+$/, '');
}

/** Blanks as `%20`: a search text is not a form. */
function writeQuery(query: NonNullable<RequestOptions['query']>): string {
  const fields = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) fields.set(name, String(value));
  }
  return fields.size === 0 ? '' : `?${String(fields).replaceAll('+', '%20')}`;
}

async function sendOnce(outgoing: Outgoing, timeoutMs: number): Promise<Answer> {
  const { response, text } = await reach(outgoing, timeoutMs);
  if (!response.ok) {
    const retryAfter = response.headers.get('retry-after') ?? undefined;
    throw new AnswerError(response.status, hideSecrets(text, outgoing), retryAfter);
  }
  return {
    body: parseJson(text),
    headers: Object.fromEntries(response.headers),
    statusCode: response.status,
  };
}

async function reach({ verb, url, headers, body }: Outgoing, timeoutMs: number) {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, { method: verb, headers, body, redirect: 'manual', signal });
    return { response, text: await response.text() };
  } catch (error) {
    throw new NoAnswerError(describeFailure(error, timeoutMs));
  }
}

/** What `fetch` threw, by its name and code only. */
function describeFailure(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return 'could not be reached';
  if (error.name === 'TimeoutError') return `did not answer within ${timeoutMs / 1000} s`;
  const { code } = (error.cause ?? {}) as { code?: unknown };
  return typeof code === 'string' ? `could not be reached (${code})` : 'could not be reached';
}

/** Undefined for an empty body and for what is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
