import express, { type Express, type RequestHandler } from 'express';
import type { Context } from './web/context.ts';
import { errorPage, notFound, plainError } from './web/errors.ts';
import { loopbackAddress } from './web/middleware/loopback-address.ts';
import { sameOrigin } from './web/middleware/same-origin.ts';
import { securityHeaders } from './web/middleware/security-headers.ts';
import { createRoutes } from './web/routes.ts';

/** What the app is built from besides what its requests use. */
export interface AppOptions {
  /** Served as `/assets`. */
  publicDir: string;
  /** Served as `/assets/fonts`. */
  fontDirs: string[];
  trustProxy?: string[] | number | undefined;
  /** The sandbox, when this process runs it. */
  sandbox?: RequestHandler | undefined;
}

/** The Express app; it does not listen and reads no settings. */
export function createApp(context: Context, options: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  if (options.trustProxy !== undefined) app.set('trust proxy', options.trustProxy);
  const { baseUrl, basePath } = context.site;
  const mount = basePath || '/';
  if (options.sandbox) app.use(`${basePath}/sandbox`, options.sandbox);
  app.use(
    securityHeaders({
      isHttps: baseUrl.startsWith('https:'),
      consentOrigin: context.connector?.consentOrigin,
    }),
  );
  app.use(`${basePath}/assets`, serveForGood(options.publicDir));
  for (const folder of options.fontDirs) app.use(`${basePath}/assets/fonts`, serveForGood(folder));
  app.use(loopbackAddress(baseUrl));
  app.use(sameOrigin(baseUrl));
  app.use(mount, createRoutes(context));
  app.use(notFound);
  app.use(errorPage(context));
  app.use(plainError(context));
  return app;
}

/** Assets bear their hash or never change, so browsers may keep them for a year. */
function serveForGood(folder: string): RequestHandler {
  return express.static(folder, { immutable: true, maxAge: '1y', index: false, redirect: false });
}
