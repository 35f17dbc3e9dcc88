import type { Request } from 'express';

/** The fields of a form, or undefined when the body is something else. */
export function readForm(request: Request): URLSearchParams | undefined {
  if (!request.is('application/x-www-form-urlencoded')) return undefined;
  return new URLSearchParams(bodyText(request));
}

/** The body as it came; the empty text when there is none. */
export function bodyText(request: Request): string {
  return typeof request.body === 'string' ? request.body : '';
}
