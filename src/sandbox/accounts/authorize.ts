import type { Request, Response } from 'express';
import type { SandboxContext } from '../context.ts';
import { readForm } from '../read-form.ts';
import { PageRefusalError } from '../refusals.ts';
import {
  type AuthorizationRequest,
  readAuthorizationRequest,
  returnAddress,
} from './authorization-request.ts';
import { wordsOf } from './scopes.ts';
import { findUser, nameOf, USERS } from './users.ts';

/** `GET /authorize`: asks the person who they are and whether they allow it. */
export function showConsent(request: Request, response: Response, context: SandboxContext): void {
  const parameters = new URL(request.originalUrl, 'http://sandbox').searchParams;
  const asked = readAuthorizationRequest(parameters, context.client);
  if (asked.problem !== undefined) {
    response.redirect(returnAddress(asked, { error: asked.problem }));
    return;
  }
  response.render('consent', {
    page: {
      ...context.layout(`Connect ${asked.clientId}`),
      clientId: asked.clientId,
      returnsTo: new URL(asked.redirectUri).host,
      permissions: asked.scopes.map(wordsOf),
      users: USERS.map((user) => ({ id: user.id, name: nameOf(user), isRegistered: user.isRegistered })),
      fields: consentFields(asked),
    },
  });
}

/** `POST /authorize`: the person pressed Allow or Cancel. */
export function answerConsent(request: Request, response: Response, context: SandboxContext): void {
  const form = readForm(request);
  if (form === undefined) throw new PageRefusalError(400, 'Not a form', 'The answer must be sent as a form.');
  const asked = readAuthorizationRequest(form, context.client);
  response.redirect(303, returnAddress(asked, decide(asked, form, context)));
}

function decide(asked: AuthorizationRequest, form: URLSearchParams, context: SandboxContext) {
  if (asked.problem !== undefined) return { error: asked.problem };
  if (form.get('decision') !== 'allow') return { error: 'access_denied' };
  const user = findUser(form.get('user') ?? '');
  if (user === undefined)
    throw new PageRefusalError(400, 'No such user', 'Choose one of the users in the list.');
  const code = context.grants.issueCode({
    userId: user.id,
    scope: asked.scopes.join(' '),
    redirectUri: asked.redirectUri,
    challenge: asked.challenge,
  });
  return { code };
}

/** The request again, as hidden fields: the form carries all it needs and no cookie is set. */
function consentFields(asked: AuthorizationRequest): { name: string; value: string }[] {
  const fields = {
    client_id: asked.clientId,
    redirect_uri: asked.redirectUri,
    response_type: asked.responseType,
    scope: asked.scopes.join(' '),
    state: asked.state,
    code_challenge: asked.challenge,
    code_challenge_method: asked.challengeMethod,
  };
  return Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
}
