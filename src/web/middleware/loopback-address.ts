import type { RequestHandler } from 'express';

/**
 * On this machine a site can be opened as `localhost` and as `127.0.0.1`, which to a browser are two sites: forms and
 * cookies of one are foreign to the other. Whoever reads by another such name is led to the address that counts.
 */
export function loopbackAddress(baseUrl: string): RequestHandler {
  const base = new URL(baseUrl);
  return (request, response, next) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isRead || !isOtherName(request.headers.host, base)) return next();
    response.setHeader('Cache-Control', 'no-store');
    response.redirect(302, base.origin + request.originalUrl);
  };
}

/** The same port by another name; another port is a proxy in front, which must not be sent round in circles. */
function isOtherName(host: string | undefined, base: URL): boolean {
  const asked = URL.parse(`${base.protocol}//${host}`);
  if (!asked || asked.port !== base.port || asked.hostname === base.hostname) return false;
  return [asked, base].every(({ hostname }) => isLoopback(hostname));
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}
