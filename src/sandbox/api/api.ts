import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Router } from 'express';
import { readCaller } from '../accounts/caller.ts';
import type { SandboxContext } from '../context.ts';
import { ApiRefusalError, NotRegisteredError, refusalOf } from '../refusals.ts';
import type { ApiHandler } from './call.ts';
import { REMOVED_PATHS } from './removed-paths.ts';
import { API_ROUTES, type Method } from './routes.ts';

/** The Web API: every call shows a token first, then meets a removed path, a line of the URL table, or nothing. */
export function createApi(context: SandboxContext): Router {
  const api = express.Router();
  api.use(rememberCaller(context));
  for (const [methods, path] of REMOVED_PATHS) api.all(path, forbid(methods));
  for (const [path, handlers] of Object.entries(API_ROUTES)) {
    const route = api.route(path);
    for (const [method, handler] of Object.entries(handlers))
      route[method as Method](answer(handler, context));
    route.all(refuseMethod(Object.keys(handlers)));
  }
  api.use(() => {
    throw new ApiRefusalError(404, 'Service not found');
  });
  api.use(sendRefusal);
  return api;
}

function rememberCaller(context: SandboxContext): RequestHandler {
  return (request, response, next) => {
    response.locals.caller = readCaller(request, context.grants);
    next();
  };
}

function answer(handler: ApiHandler, context: SandboxContext): RequestHandler {
  return (request, response) => {
    const { status, body } = handler({ request, caller: response.locals.caller, context });
    response.status(status);
    if (body === undefined) response.end();
    else response.json(body);
  };
}

function forbid(methods: readonly string[]): RequestHandler {
  return (request, _response, next) => {
    if (methods.includes(request.method)) throw new ApiRefusalError(403, 'Forbidden');
    next();
  };
}

function refuseMethod(methods: string[]): RequestHandler {
  return (request: Request) => {
    const message = `Method ${request.method} is not allowed on ${request.baseUrl}${request.path}`;
    throw new ApiRefusalError(405, message, { Allow: methods.join(', ').toUpperCase() });
  };
}

const sendRefusal: ErrorRequestHandler = (error, _request, response, _next) => {
  if (error instanceof NotRegisteredError) {
    response.status(403).type('text/plain').send(error.message);
    return;
  }
  if (error instanceof ApiRefusalError) response.set(error.headers);
  const { status, message } = refusalOf(error);
  response.status(status).json({ error: { status, message } });
};
