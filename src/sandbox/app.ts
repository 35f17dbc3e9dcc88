import { join } from 'node:path';
import express, { type Express } from 'express';
import { createAccounts } from './accounts/accounts.ts';
import { createApi } from './api/api.ts';
import type { SandboxContext } from './context.ts';
import { createPages, sendRefusalPage } from './pages/pages.ts';
import { securityHeaders } from './pages/security-headers.ts';

/** More than the largest cover, so that a larger one is refused in the API's own words. */
const LARGEST_BODY = '512kb';

/** Puts the three parts together: accounts service, Web API and pages. */
export function createApp(context: SandboxContext): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag').enable('view cache');
  app.set('views', join(import.meta.dirname, 'pages', 'views')).set('view engine', 'ejs');
  app.use(securityHeaders(context.client.redirectUris));
  app.use(express.text({ type: () => true, limit: LARGEST_BODY }));
  app.use('/v1', createApi(context));
  app.use(createAccounts(context));
  app.use(createPages(context));
  app.use(sendRefusalPage(context));
  return app;
}
