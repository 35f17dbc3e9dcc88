import type { RequestHandler } from 'express';

/**
 * Nothing is kept by a cache, and pages may load their own style and pictures only. `form-action` names the apps'
 * origins too, since Chromium stops a form whose answer redirects to an origin that is not listed.
 */
export function securityHeaders(redirectUris: string[]): RequestHandler {
  const origins = redirectUris.map((uri) => new URL(uri).origin);
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    ["form-action 'self'", ...new Set(origins)].join(' '),
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
  return (_request, response, next) => {
    response.set({
      'Cache-Control': 'no-store',
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    });
    next();
  };
}
