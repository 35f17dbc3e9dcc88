import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import type { SandboxContext } from '../context.ts';
import { readForm } from '../read-form.ts';
import { TokenRefusalError } from '../refusals.ts';
import { readClientProof } from './client-proof.ts';
import { ACCESS_TOKEN_SECONDS } from './grants.ts';

const FIELDS: Record<string, string[]> = {
  authorization_code: ['code', 'redirect_uri', 'code_verifier'],
  refresh_token: ['refresh_token'],
  client_credentials: [],
};

/** `POST /api/token`: a code, a refresh token or the app's own secret against an access token. */
export function giveToken(request: Request, response: Response, context: SandboxContext): void {
  const form = readForm(request);
  if (form === undefined) {
    throw new TokenRefusalError('invalid_request', 'Content-Type must be application/x-www-form-urlencoded');
  }
  const grantType = form.get('grant_type') ?? '';
  checkFields(form, grantType);
  const hasSecret = readClientProof(request, form, context.client) === 'secret';
  if (grantType === 'authorization_code') response.json(redeemCode(form, hasSecret, context));
  else if (grantType === 'refresh_token') response.json(refresh(form, hasSecret, context));
  else response.json(giveAppToken(hasSecret, context));
}

function checkFields(form: URLSearchParams, grantType: string): void {
  const known = FIELDS[grantType];
  if (known === undefined) {
    throw new TokenRefusalError('unsupported_grant_type', `Unsupported grant_type "${grantType}"`);
  }
  const allowed = ['grant_type', 'client_id', 'client_secret', ...known];
  for (const name of form.keys()) {
    if (!allowed.includes(name)) throw new TokenRefusalError('invalid_request', `Unknown field "${name}"`);
    if (form.getAll(name).length > 1) {
      throw new TokenRefusalError('invalid_request', `Field "${name}" is given twice`);
    }
  }
}

function redeemCode(form: URLSearchParams, hasSecret: boolean, { grants }: SandboxContext) {
  const consent = grants.takeCode(form.get('code') ?? '');
  if (consent === undefined) throw new TokenRefusalError('invalid_grant', 'Invalid authorization code');
  if (form.get('redirect_uri') !== consent.redirectUri) {
    throw new TokenRefusalError('invalid_grant', 'Invalid redirect URI');
  }
  checkVerifier(form.get('code_verifier'), consent.challenge);
  const withPkce = consent.challenge !== undefined;
  if (!withPkce && !hasSecret) throw new TokenRefusalError('invalid_client', 'Invalid client');
  const { userId, scope, consentedAt } = consent;
  return {
    ...tokenAnswer(grants.issueAccessToken({ userId, scope }), scope),
    refresh_token: grants.issueRefreshToken({ userId, scope, withPkce, consentedAt }),
  };
}

/** PKCE, https://www.rfc-editor.org/rfc/rfc7636: the verifier's SHA-256 must be the challenge shown earlier. */
function checkVerifier(verifier: string | null, challenge: string | undefined): void {
  if (challenge === undefined) {
    if (verifier !== null) throw new TokenRefusalError('invalid_grant', 'code_verifier was not expected');
    return;
  }
  if (verifier === null) throw new TokenRefusalError('invalid_request', 'code_verifier required');
  const hasGoodForm = /^[\w.~-]{43,128}$/.test(verifier);
  const hash = createHash('sha256').update(verifier).digest('base64url');
  if (!hasGoodForm || hash !== challenge) {
    throw new TokenRefusalError('invalid_grant', 'code_verifier was incorrect');
  }
}

/** No new refresh token comes with it: that is what clients of the real service report since mid-2026. */
function refresh(form: URLSearchParams, hasSecret: boolean, { grants }: SandboxContext) {
  const grant = grants.findRefreshToken(form.get('refresh_token') ?? '');
  if (grant === undefined) throw new TokenRefusalError('invalid_grant', 'Invalid refresh token');
  if (grant.isExpired) throw new TokenRefusalError('invalid_grant', 'Refresh token expired');
  if (!grant.withPkce && !hasSecret) throw new TokenRefusalError('invalid_client', 'Invalid client');
  return tokenAnswer(grants.issueAccessToken(grant), grant.scope);
}

function giveAppToken(hasSecret: boolean, { grants }: SandboxContext) {
  if (!hasSecret) throw new TokenRefusalError('invalid_client', 'Invalid client');
  const { scope: _none, ...answer } = tokenAnswer(
    grants.issueAccessToken({ userId: undefined, scope: '' }),
    '',
  );
  return answer;
}

function tokenAnswer(accessToken: string, scope: string) {
  return { access_token: accessToken, token_type: 'Bearer', scope, expires_in: ACCESS_TOKEN_SECONDS };
}
