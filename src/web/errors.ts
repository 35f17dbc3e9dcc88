import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Context } from './context.ts';
import { BadRequestError, ForbiddenError, NotFoundError } from './parse-request.ts';

interface Refusal {
  status: number;
  title: string;
  sentence: string;
}

const NOT_FOUND: Refusal = {
  status: 404,
  title: 'Not here',
  sentence: 'There is no page at this address. It may have been mistyped, or never have been.',
};

/** For addresses that no route knows. */
export const notFound: RequestHandler = () => {
  throw new NotFoundError('no such address');
};

/** The one place that turns an error into a status and a page. */
export function errorPage(context: Context): ErrorRequestHandler {
  return async (error, request, response, next) => {
    if (response.headersSent) return next(error);
    const refusal = toRefusal(error);
    const id = refusal ? undefined : randomUUID();
    if (id) context.log.error({ err: error, id, path: request.path }, 'a request failed');
    const { status, title, sentence } = refusal ?? {
      status: 500,
      title: 'Something broke',
      sentence: 'This page could not be made. It is our fault, and it has been written down.',
    };
    response.status(status);
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(
      await context.views.render('errors/show', { site: context.site, title, sentence, id, status }),
    );
  };
}

/** When not even the page for errors can be drawn; Express would answer with the trace. */
export function plainError({ log }: Context): ErrorRequestHandler {
  return (error, _request, response, _next) => {
    log.error({ err: error }, 'an answer broke off');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.statusCode = 500;
    response.setHeader('Content-Type', 'text/plain; charset=utf-8');
    response.end('Something broke.\n');
  };
}

function toRefusal(error: unknown): Refusal | undefined {
  if (error instanceof NotFoundError) return NOT_FOUND;
  if (error instanceof BadRequestError)
    return { status: 400, title: 'Not understood', sentence: error.message };
  if (error instanceof ForbiddenError) return { status: 403, title: 'Not done', sentence: error.message };
  return fromExpress(error);
}

/** What Express and its body reader throw: an address that cannot be decoded, a form too large. */
function fromExpress(error: unknown): Refusal | undefined {
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  if (status === 413) {
    return {
      status,
      title: 'Too much',
      sentence: 'The form is larger than this page accepts. Nothing was saved.',
    };
  }
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return { status: 400, title: 'Not understood', sentence: 'The address or the form could not be read.' };
  }
  return undefined;
}
