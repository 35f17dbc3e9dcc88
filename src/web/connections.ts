import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Connection, Connector } from '../domain/services/connection.ts';
import { SERVICES } from '../domain/services/service.ts';
import {
  ConnectionExpiredError,
  ServiceBusyError,
  ServiceRefusedError,
  ServiceUnavailableError,
} from '../domain/services/service-errors.ts';
import { askConsent, callbackUrl, takeConsent } from './consent.ts';
import type { Context } from './context.ts';
import { createExport } from './exports.ts';
import { type Notice, NoticeQuery } from './notices.ts';
import { connectionPage } from './pages/connection-page.ts';
import { NotFoundError, parseParams, parseQuery } from './parse-request.ts';
import { sendPrivatePage } from './send-page.ts';
import { findConnection, openVisitor, type Wish } from './visitor.ts';

const Params = z.object({ service: z.enum(SERVICES) });
const Answer = z.object({
  code: z.string().max(2000).optional(),
  state: z.string().max(200).optional(),
  error: z.string().max(200).optional(),
});

/** Whether the visitor is connected, as whom, and how to end it. */
export function showConnection(context: Context) {
  return async (request: Request, response: Response) => {
    const { service } = needConnector(context, request);
    const connection = await findConnection(context, request, response, service);
    const { notice } = parseQuery(request, NoticeQuery);
    const page = connectionPage(context.site, service, connection, notice);
    await sendPrivatePage(response, await context.views.render('connections/show', page));
  };
}

/** Sends the visitor to the service's consent page. */
export function connect(context: Context) {
  return async (request: Request, response: Response) => {
    const connector = needConnector(context, request);
    await askConsent(context, connector, request, response);
  };
}

/** Where the visitor comes back to: the code becomes a connection, and the waiting press is carried out. */
export function finishConnecting(context: Context) {
  return async (request: Request, response: Response) => {
    const connector = needConnector(context, request);
    const answer = parseQuery(request, Answer);
    const consent = await takeConsent(context, request, response, answer.state);
    const wish = consent?.wish;
    const leaveWith = (notice: Notice) =>
      response.redirect(303, noticePath(context, connector, wish, notice));
    if (!consent) return leaveWith('consent-expired');
    if (!answer.code) return leaveWith(explainNoCode(answer.error, context));
    try {
      const connection = await makeConnection(context, connector, answer.code, consent.verifier);
      await rememberConnection(context, request, response, connection);
      if (!wish) return response.redirect(303, context.site.path(`/connect/${connector.service}`));
      return await createExport(context, response, connection, wish);
    } catch (error) {
      return leaveWith(explain(error, context));
    }
  };
}

/** Forgets the connection and everything made through it. */
export function disconnect(context: Context) {
  return async (request: Request, response: Response) => {
    const { service } = needConnector(context, request);
    const visitor = await openVisitor(context, request, response);
    const id = visitor.connections?.[service];
    if (id) await context.connections.removeConnection(id);
    delete visitor.connections?.[service];
    if (Object.keys(visitor.connections ?? {}).length > 0) await visitor.save();
    else visitor.destroy();
    response.redirect(303, context.site.path('/privacy?notice=disconnected'));
  };
}

function needConnector(context: Context, request: Request): Connector {
  const { service } = parseParams(request, Params);
  if (context.connector?.service !== service) throw new NotFoundError(`${service} is not configured`);
  return context.connector;
}

/** Only `access_denied` is the visitor's own no; anything else went wrong at the service or between us and it. */
function explainNoCode(error: string | undefined, context: Context): Notice {
  if (error === 'access_denied') return 'consent-refused';
  context.log.warn({ error }, 'the service ended a consent without a code');
  return 'service-unavailable';
}

/** A connection counts only once the service has said whose account it is. */
async function makeConnection(
  context: Context,
  connector: Connector,
  code: string,
  verifier: string,
): Promise<Connection> {
  const redirectUri = callbackUrl(context, connector);
  let tokens = await connector.exchangeCode({ code, verifier, redirectUri });
  const account = connector.openAccount(tokens, async (stale) => {
    tokens = await connector.refresh(stale);
    return tokens;
  });
  const owner = await account.getOwner();
  return {
    id: randomBytes(16).toString('hex'),
    service: connector.service,
    ...owner,
    tokens,
    authorisedAt: context.clock().toISOString(),
  };
}

/** One connection a service and visitor: the one before it is dropped, without what was made through it. */
async function rememberConnection(
  context: Context,
  request: Request,
  response: Response,
  connection: Connection,
): Promise<void> {
  const visitor = await openVisitor(context, request, response);
  const before = visitor.connections?.[connection.service];
  const known = before ? await context.connections.findConnection(before) : undefined;
  if (known && known.accountId === connection.accountId) connection.id = known.id;
  else if (known) await context.connections.removeConnection(known.id);
  await context.connections.saveConnection(connection);
  visitor.connections = { ...visitor.connections, [connection.service]: connection.id };
  await visitor.save();
}

function noticePath(context: Context, connector: Connector, wish: Wish | undefined, notice: Notice): string {
  const path = wish ? `/guides/${wish.guide}/playlist` : `/connect/${connector.service}`;
  return context.site.path(`${path}?notice=${notice}`);
}

function explain(error: unknown, context: Context): Notice {
  if (error instanceof ServiceRefusedError) return error.reason;
  if (error instanceof ServiceBusyError) return 'service-busy';
  if (error instanceof ConnectionExpiredError) return 'consent-expired';
  if (error instanceof ServiceUnavailableError) {
    context.log.warn({ err: error }, 'the service could not be reached while connecting');
    return 'service-unavailable';
  }
  throw error;
}
