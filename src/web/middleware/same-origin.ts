import type { RequestHandler } from 'express';
import { ForbiddenError } from '../parse-request.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Lets only our own pages change something: a form on another site is refused (ASVS 5.0, 3.5.1). */
export function sameOrigin(baseUrl: string): RequestHandler {
  const origin = new URL(baseUrl).origin;
  return (request, _response, next) => {
    if (SAFE_METHODS.has(request.method) || comesFromHere(request.headers, origin)) return next();
    throw new ForbiddenError(
      `This form was sent from another site, so nothing was done. This site is at ${baseUrl}/: open it there and press again.`,
    );
  };
}

function comesFromHere(headers: NodeJS.Dict<string | string[]>, origin: string): boolean {
  if (headers.origin !== undefined) return headers.origin === origin;
  return headers['sec-fetch-site'] === 'same-origin';
}
