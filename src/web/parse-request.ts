import type { Request } from 'express';
import type { z } from 'zod';

/** The request cannot be understood; the message is for the visitor. */
export class BadRequestError extends Error {
  override name = 'BadRequestError';
}

/** There is nothing here, or nothing this visitor may see. */
export class NotFoundError extends Error {
  override name = 'NotFoundError';
}

/** The request is understood, and will not be done. */
export class ForbiddenError extends Error {
  override name = 'ForbiddenError';
}

/** The parts of an address; one of the wrong form is a page that is not there. */
export function parseParams<T extends z.ZodType>(request: Request, schema: T): z.output<T> {
  const result = schema.safeParse(request.params);
  if (!result.success) throw new NotFoundError('no such address');
  return result.data;
}

/** What stands behind the question mark; a wrong value is named. */
export function parseQuery<T extends z.ZodType>(request: Request, schema: T): z.output<T> {
  return parse(request.query, schema, 'in the address');
}

/** A posted form. */
export function parseForm<T extends z.ZodType>(request: Request, schema: T): z.output<T> {
  return parse(request.body ?? {}, schema, 'in the form');
}

function parse<T extends z.ZodType>(data: unknown, schema: T, where: string): z.output<T> {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new BadRequestError(`“${issue?.path.join('.')}” ${where} ${sayProblem(issue)}.`);
}

function sayProblem(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'invalid_value') return `must be one of: ${issue.values.map(String).join(', ')}`;
  if (issue?.code === 'too_big') return `is too long (at most ${issue.maximum} characters)`;
  if (issue?.code === 'invalid_type') return 'must be given once, as text';
  return issue?.message ?? 'is wrong';
}
