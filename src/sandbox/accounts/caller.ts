import type { Request } from 'express';
import { ApiRefusalError, NotRegisteredError } from '../refusals.ts';
import type { Grants } from './grants.ts';
import { type Scope, splitScope } from './scopes.ts';
import { findUser, type SandboxUser } from './users.ts';

/** Who calls the Web API: the app alone (no user), or the app for a user within the scopes allowed. */
export interface Caller {
  user: SandboxUser | undefined;
  scopes: string[];
}

/** Reads the bearer token. A user who is not on the app's list is turned away whatever they ask for. */
export function readCaller(request: Request, grants: Grants): Caller {
  const [, token] = /^Bearer\s+(\S+)$/i.exec(request.get('Authorization') ?? '') ?? [];
  if (token === undefined) throw unauthorized('No token provided');
  const grant = grants.findAccessToken(token);
  if (grant === undefined) throw unauthorized('Invalid access token');
  if (grant.isExpired) throw unauthorized('The access token expired', 'The access token expired');
  const user = grant.userId === undefined ? undefined : findUser(grant.userId);
  if (user?.isRegistered === false) throw new NotRegisteredError();
  return { user, scopes: splitScope(grant.scope) };
}

/** The user a call is made for. */
export function userOf(caller: Caller): SandboxUser {
  if (caller.user === undefined) throw new ApiRefusalError(401, 'Valid user authentication required');
  return caller.user;
}

export function requireScope(caller: Caller, scope: Scope): void {
  if (!caller.scopes.includes(scope)) throw new ApiRefusalError(403, 'Insufficient client scope');
}

/** The header says what is wrong with the token even where the message does not. */
function unauthorized(why: string, message = 'Missing/invalid/expired access token'): ApiRefusalError {
  return new ApiRefusalError(401, message, {
    'WWW-Authenticate': `Bearer realm="sandbox", error="invalid_token", error_description="${why}"`,
  });
}
