import { createHash, randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Connector } from '../domain/services/connection.ts';
import type { Context } from './context.ts';
import { openConsent, type Wish } from './visitor.ts';

/** Keeps the wish and a secret in a sealed cookie, and leads to the consent page. */
export async function askConsent(
  context: Context,
  connector: Connector,
  request: Request,
  response: Response,
  wish?: Wish,
): Promise<void> {
  const consent = await openConsent(context, request, response);
  const state = randomBytes(24).toString('base64url');
  const verifier = randomBytes(48).toString('base64url');
  Object.assign(consent, { state, verifier, wish });
  await consent.save();
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  response.setHeader('Cache-Control', 'private, no-store');
  response.redirect(
    303,
    connector.consentUrl({ state, challenge, redirectUri: callbackUrl(context, connector) }),
  );
}

/** The address a service sends the visitor back to; it must be registered there to the letter. */
export function callbackUrl(context: Context, connector: Connector): string {
  return context.site.url(`/connect/${connector.service}/callback`);
}
