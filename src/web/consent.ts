import { createHash, randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Connector } from '../domain/services/connection.ts';
import type { Context } from './context.ts';
import { openConsents, type PendingConsent, type Wish } from './visitor.ts';

/** So many visits to the consent page may be under way in one browser; the oldest give way. */
const MOST_PENDING = 4;

/** Keeps the wish and a secret in a sealed cookie, and leads to the consent page. */
export async function askConsent(
  context: Context,
  connector: Connector,
  request: Request,
  response: Response,
  wish?: Wish,
): Promise<void> {
  const state = randomBytes(24).toString('base64url');
  const verifier = randomBytes(48).toString('base64url');
  const consents = await openConsents(context, request, response);
  consents.pending = [...(consents.pending ?? []), { state, verifier, wish }].slice(-MOST_PENDING);
  await consents.save();
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  response.setHeader('Cache-Control', 'private, no-store');
  response.redirect(
    303,
    connector.consentUrl({ state, challenge, redirectUri: callbackUrl(context, connector) }),
  );
}

/** The visit to the consent page that ends with this answer, which is good once; the others stay pending. */
export async function takeConsent(
  context: Context,
  request: Request,
  response: Response,
  state: string | undefined,
): Promise<PendingConsent | undefined> {
  const consents = await openConsents(context, request, response);
  const pending = consents.pending ?? [];
  const ended = pending.find((consent) => consent.state === state);
  if (!ended) return undefined;
  consents.pending = pending.filter((consent) => consent !== ended);
  if (consents.pending.length > 0) await consents.save();
  else consents.destroy();
  return ended;
}

/** The address a service sends the visitor back to; it must be registered there to the letter. */
export function callbackUrl(context: Context, connector: Connector): string {
  return context.site.url(`/connect/${connector.service}/callback`);
}
