import express, { type ErrorRequestHandler, type RequestHandler, type Router } from 'express';
import type { SandboxContext } from '../context.ts';
import { PageRefusalError, refusalOf, TokenRefusalError } from '../refusals.ts';
import { answerConsent, showConsent } from './authorize.ts';
import { giveToken } from './token.ts';

/** The accounts service: where a person allows an app, and the app gets its tokens. */
export function createAccounts(context: SandboxContext): Router {
  const accounts = express.Router();
  accounts
    .route('/authorize')
    .get((request, response) => showConsent(request, response, context))
    .post((request, response) => answerConsent(request, response, context))
    .all(refuseMethod('GET, POST'));
  accounts
    .route('/api/token')
    .post((request, response) => giveToken(request, response, context))
    .all(refuseMethod('POST'));
  accounts.use('/api/token', sendTokenRefusal);
  return accounts;
}

function refuseMethod(allowed: string): RequestHandler {
  return (request, response) => {
    response.set('Allow', allowed);
    throw new PageRefusalError(405, 'Method not allowed', `${request.method} is not allowed here.`);
  };
}

const sendTokenRefusal: ErrorRequestHandler = (error, _request, response, _next) => {
  if (error instanceof TokenRefusalError) {
    response.status(400).json({ error: error.code, error_description: error.message });
    return;
  }
  const { status, message } = refusalOf(error);
  response
    .status(status)
    .json({ error: status < 500 ? 'invalid_request' : 'server_error', error_description: message });
};
