import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Export } from '../domain/exports/export.ts';
import type { Connection } from '../domain/services/connection.ts';
import { askConsent } from './consent.ts';
import type { Context } from './context.ts';
import { exportPage } from './pages/export-page.ts';
import { NotFoundError, parseForm, parseParams } from './parse-request.ts';
import { sendPrivatePage } from './send-page.ts';
import { findConnection, openVisitor, type Wish } from './visitor.ts';
import { withGuide } from './with-guide.ts';

const Form = z.object({ order: z.enum(['film', 'album']).default('film') });
const Params = z.object({ id: z.string().regex(/^[0-9a-f]{32}$/) });

/** The one press: saves the guide's playlist to the visitor's account, by way of consent when not connected. */
export function startExport(context: Context) {
  return withGuide(context, async (request, response, guide) => {
    const { connector } = context;
    if (!connector) throw new NotFoundError('no service is configured');
    const wish: Wish = { guide: guide.guide, ...parseForm(request, Form) };
    const connection = await findConnection(context, request, response, connector.service);
    if (!connection?.tokens) return await askConsent(context, connector, request, response, wish);
    await createExport(context, response, connection, wish);
  });
}

/** Makes the export, sets it to work, and leads to its page. */
export async function createExport(
  context: Context,
  response: Response,
  connection: Connection,
  wish: Wish,
): Promise<void> {
  const now = context.clock().toISOString();
  const made: Export = {
    id: randomBytes(16).toString('hex'),
    guide: wish.guide,
    connection: connection.id,
    service: connection.service,
    order: wish.order,
    state: 'waiting',
    trackCount: 0,
    carried: 0,
    added: 0,
    leftOut: [],
    isUpdate: false,
    createdAt: now,
    updatedAt: now,
  };
  await context.exports.saveExport(made);
  context.startExport(made);
  response.redirect(303, context.site.path(`/exports/${made.id}`));
}

/** Progress and result, shown only to the connection that made it. */
export function showExport(context: Context) {
  return async (request: Request, response: Response) => {
    const { id } = parseParams(request, Params);
    const made = await context.exports.findExport(id);
    const visitor = await openVisitor(context, request, response);
    if (!made || visitor.connections?.[made.service] !== made.connection)
      throw new NotFoundError('no such export');
    const guide = await context.publishedGuides.find(made.guide);
    if (!guide) throw new NotFoundError('the guide of this export is gone');
    const connection = await context.connections.findConnection(made.connection);
    const page = exportPage(context.site, made, guide.content, connection, context.clock());
    await sendPrivatePage(response, await context.views.render('exports/show', page));
  };
}
