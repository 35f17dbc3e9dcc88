import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createSandbox, type SandboxOptions } from '../../src/sandbox/sandbox.ts';

export const CLIENT_ID = 'reel-notes-sandbox';
export const CLIENT_SECRET = 'a secret with spaces: and colons';
export const REDIRECT_URI = 'http://127.0.0.1:3000/connect/sandbox/callback';
export const VERIFIER = 'a-verifier-of-at-least-forty-three-characters';
export const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');
export const ALL_SCOPES =
  'playlist-modify-public playlist-modify-private playlist-read-private ugc-image-upload user-library-modify user-library-read';

/** The parts of the sandbox's JSON answers the tests look at; anything may be missing. */
export interface Json {
  [name: string]: unknown;
}

export interface RunningSandbox {
  url: string;
  /** Moves the sandbox's clock on. */
  pass(milliseconds: number): void;
  get(path: string): Promise<Response>;
  authorize(parameters?: Record<string, string | undefined>): Promise<Response>;
  consent(answer?: Record<string, string | undefined>): Promise<URL>;
  token(form: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  /** Signs a user in the whole way round and returns the access token. */
  signIn(user?: string, scope?: string): Promise<string>;
  /** Calls the Web API; a body that is not text is sent as JSON. */
  call(token: string, method: string, path: string, body?: unknown, type?: string): Promise<Response>;
  close(): void;
}

/** Starts a sandbox over real HTTP, mounted below `/sandbox` of a larger app as the product mounts it. */
export async function startSandbox(options: Partial<SandboxOptions> = {}): Promise<RunningSandbox> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sandbox`;
  let now = Date.parse('2026-11-21T12:00:00Z');
  const sandbox = createSandbox({
    dataFile: ':memory:',
    publicUrl: url,
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    redirectUris: [REDIRECT_URI],
    clock: () => new Date(now),
    ...options,
  });
  server.on('request', express().use('/sandbox', sandbox.handler));

  const get = (path: string) => fetch(url + path, { redirect: 'manual' });
  const token: RunningSandbox['token'] = (form, headers = basic(CLIENT_ID, CLIENT_SECRET)) =>
    fetch(`${url}/api/token`, { method: 'POST', headers, body: new URLSearchParams(form) });
  const consent: RunningSandbox['consent'] = async (answer) => {
    const form = withoutGaps({ ...authorizeParameters(), user: 'sandbox-ada', decision: 'allow', ...answer });
    const response = await fetch(`${url}/authorize`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(form),
    });
    return new URL(response.headers.get('location') ?? `status:${response.status}`);
  };
  return {
    url,
    pass: (milliseconds) => {
      now += milliseconds;
    },
    get,
    authorize: (parameters) =>
      get(`/authorize?${new URLSearchParams(withoutGaps({ ...authorizeParameters(), ...parameters }))}`),
    consent,
    token,
    signIn: async (user = 'sandbox-ada', scope = ALL_SCOPES) => {
      const back = await consent({ user, scope });
      const answer = await token(codeForm(back));
      return String((await json(answer)).access_token);
    },
    call: (bearer, method, path, body, type) =>
      fetch(`${url}/v1${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${bearer}`,
          ...(body !== undefined && { 'Content-Type': type ?? 'application/json' }),
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    close: () => {
      server.close();
      server.closeAllConnections();
      sandbox.close();
    },
  };
}

/** The form that exchanges the code a consent came back with. */
export function codeForm(back: URL): Record<string, string> {
  return {
    grant_type: 'authorization_code',
    code: back.searchParams.get('code') ?? '',
    redirect_uri: REDIRECT_URI,
    code_verifier: VERIFIER,
  };
}

export function basic(id: string, secret: string): Record<string, string> {
  return { Authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` };
}

export async function json(response: Response): Promise<Json> {
  return (await response.json()) as Json;
}

/** The status and message of a Web API refusal in one line. */
export async function refusal(answer: Promise<Response> | Response): Promise<string> {
  const response = await answer;
  const { error } = (await response.json()) as { error: { status: number; message: string } };
  return error.status === response.status ? `${error.status} ${error.message}` : 'the two statuses differ';
}

function authorizeParameters(): Record<string, string> {
  return {
    client_id: CLIENT_ID,
    response_type: 'code',
    redirect_uri: REDIRECT_URI,
    scope: ALL_SCOPES,
    state: 'state-of-the-app',
    code_challenge_method: 'S256',
    code_challenge: CHALLENGE,
  };
}

function withoutGaps(parameters: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parameters).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}
