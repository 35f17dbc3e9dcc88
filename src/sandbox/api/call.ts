import type { Request } from 'express';
import type { Caller } from '../accounts/caller.ts';
import type { SandboxContext } from '../context.ts';

/** A call of the Web API whose token was found good. */
export interface ApiCall {
  request: Request;
  caller: Caller;
  context: SandboxContext;
}

/** What is sent back: JSON, or nothing but the status. */
export interface ApiAnswer {
  status: 200 | 201 | 202;
  body?: object;
}

/** Handles one line of the URL table; what it refuses it throws. */
export type ApiHandler = (call: ApiCall) => ApiAnswer;
