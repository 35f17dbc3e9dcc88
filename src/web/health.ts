import type { Request, Response } from 'express';
import type { Context } from './context.ts';

/** Alive: the process answers. */
export function showHealth() {
  return (_request: Request, response: Response) => {
    sendState(response, 200, { status: 'ok' });
  };
}

/** Ready: the database answers too. */
export function showReadiness(context: Context) {
  return async (_request: Request, response: Response) => {
    const isReady = await context.isReady();
    sendState(response, isReady ? 200 : 503, { status: isReady ? 'ok' : 'the database does not answer' });
  };
}

function sendState(response: Response, status: number, state: object): void {
  response.setHeader('Cache-Control', 'no-store');
  response.status(status).json(state);
}
