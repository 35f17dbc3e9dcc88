import type { Request, Response } from 'express';
import { getIronSession, type SessionOptions } from 'iron-session';
import type { PlaylistOrder } from '../domain/playlists/order.ts';
import type { Connection } from '../domain/services/connection.ts';
import type { ServiceName } from '../domain/services/service.ts';
import type { Context } from './context.ts';

/** What the visitor's cookie holds: the random ids of their connections, never a token. */
interface VisitorCookie {
  connections?: Partial<Record<ServiceName, string>>;
}

/** The press that waits while the visitor is at the consent page. */
export interface Wish {
  guide: string;
  order: PlaylistOrder;
}

/** What has to be found again when the visitor comes back from the consent page. */
export interface PendingConsent {
  state: string;
  verifier: string;
  wish: Wish | undefined;
}

/** One for each tab that is at a consent page, newest last. */
interface ConsentCookie {
  pending?: PendingConsent[];
}

const CONNECTION_SECONDS = 30 * 24 * 3600;
const CONSENT_SECONDS = 600;

export async function openVisitor(context: Context, request: Request, response: Response) {
  return await getIronSession<VisitorCookie>(
    request,
    response,
    options(context, 'reel-notes', CONNECTION_SECONDS),
  );
}

export async function openConsents(context: Context, request: Request, response: Response) {
  return await getIronSession<ConsentCookie>(
    request,
    response,
    options(context, 'reel-notes-consent', CONSENT_SECONDS),
  );
}

/** The visitor's connection to a service, when the cookie names one that still stands; it may ask for a new consent. */
export async function findConnection(
  context: Context,
  request: Request,
  response: Response,
  service: ServiceName,
): Promise<Connection | undefined> {
  const visitor = await openVisitor(context, request, response);
  const id = visitor.connections?.[service];
  return id ? await context.connections.findConnection(id) : undefined;
}

/** `Lax`, because the cookie must come along when the visitor returns from the service's page. */
function options(context: Context, name: string, ttl: number): SessionOptions {
  const secure = context.site.baseUrl.startsWith('https:');
  return {
    cookieName: secure ? `__Host-${name}` : name,
    password: context.cookiePasswords,
    ttl,
    cookieOptions: { httpOnly: true, secure, sameSite: 'lax', path: '/' },
  };
}
