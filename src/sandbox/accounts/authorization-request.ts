import { PageRefusalError } from '../refusals.ts';
import { isScope, type Scope, splitScope } from './scopes.ts';

/** The app the sandbox knows: there is one. */
export interface ClientApp {
  id: string;
  secret: string;
  redirectUris: string[];
}

/** What an app asks a person for; `problem` is OAuth's word for a mistake that the app itself is told. */
export interface AuthorizationRequest {
  clientId: string;
  redirectUri: string;
  responseType: string;
  scopes: Scope[];
  state: string | undefined;
  challenge: string | undefined;
  challengeMethod: string | undefined;
  problem: string | undefined;
}

/**
 * Reads the parameters of `/authorize`. A wrong app or redirect address is shown to the person: sending them on
 * to an address nobody registered would make this page a stepping stone for others.
 */
export function readAuthorizationRequest(
  parameters: URLSearchParams,
  client: ClientApp,
): AuthorizationRequest {
  const clientId = parameters.get('client_id') ?? '';
  const redirectUri = parameters.get('redirect_uri') ?? '';
  if (clientId !== client.id) {
    throw new PageRefusalError(
      400,
      'Invalid client',
      'INVALID_CLIENT: Invalid client. The sandbox knows no such app.',
    );
  }
  if (!client.redirectUris.includes(redirectUri)) {
    throw new PageRefusalError(
      400,
      'Invalid redirect URI',
      'INVALID_CLIENT: Invalid redirect URI. The address to return to is not registered, so nobody is sent there.',
    );
  }
  const asked = splitScope(parameters.get('scope') ?? '');
  const challenge = parameters.get('code_challenge') ?? undefined;
  const challengeMethod = parameters.get('code_challenge_method') ?? undefined;
  const responseType = parameters.get('response_type') ?? '';
  return {
    clientId,
    redirectUri,
    responseType,
    scopes: asked.filter(isScope),
    state: parameters.get('state') ?? undefined,
    challenge,
    challengeMethod,
    problem: findProblem(responseType, asked, challenge, challengeMethod),
  };
}

function findProblem(
  responseType: string,
  scopes: string[],
  challenge: string | undefined,
  method: string | undefined,
): string | undefined {
  if (responseType !== 'code') return 'unsupported_response_type';
  if (!scopes.every(isScope)) return 'invalid_scope';
  if (challenge === undefined && method === undefined) return undefined;
  const isSha256 = /^[\w-]{43}$/.test(challenge ?? '');
  return method === 'S256' && isSha256 ? undefined : 'invalid_request';
}

/** The app's address with the answer attached, and the app's own `state` untouched. */
export function returnAddress(
  request: AuthorizationRequest,
  answer: { code: string } | { error: string },
): string {
  const url = new URL(request.redirectUri);
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
  if (request.state !== undefined) url.searchParams.set('state', request.state);
  return url.href;
}
