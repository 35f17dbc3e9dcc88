import type { Request } from 'express';
import { z } from 'zod';
import { bodyText } from '../read-form.ts';
import { ApiRefusalError } from '../refusals.ts';

/** A part of the path, such as the id in `/tracks/:id`. */
export function readParam(request: Request, name: string): string {
  return z.string().parse(request.params[name]);
}

/** The query, which may hold nothing the schema does not name. */
export function readQuery<Schema extends z.ZodType>(request: Request, schema: Schema): z.infer<Schema> {
  return parse(schema, request.query, 'query parameter');
}

/** The JSON body, which may hold nothing the schema does not name. */
export function readBody<Schema extends z.ZodType>(request: Request, schema: Schema): z.infer<Schema> {
  return parse(schema, readJson(request), 'field');
}

/** The JSON body as it is. */
export function readJson(request: Request): unknown {
  if (!request.is('application/json')) {
    const given = request.get('Content-Type') ?? 'none';
    throw new ApiRefusalError(400, `Content-Type must be application/json, not ${given}`);
  }
  try {
    return JSON.parse(bodyText(request));
  } catch {
    throw new ApiRefusalError(400, 'Error parsing JSON.');
  }
}

/** The words for what is wrong are Spotify's where the schema gives them, and ours that name the part elsewhere. */
function parse<Schema extends z.ZodType>(schema: Schema, value: unknown, part: string): z.infer<Schema> {
  const parsed = schema.safeParse(value, {
    error: (issue) => {
      if (issue.code === 'unrecognized_keys') return `Unknown ${part} "${issue.keys.join('", "')}"`;
      const name = issue.path?.join('.') ?? '';
      if (name === '') return `The body must be a JSON ${issue.expected ?? 'object'}`;
      if (issue.input === undefined) return `Missing required ${part}: ${name}`;
      return `Invalid ${part} "${name}"`;
    },
  });
  if (parsed.success) return parsed.data;
  throw new ApiRefusalError(400, parsed.error.issues[0]?.message ?? 'Bad request');
}

/** The schema of a `limit`; more than `max` is refused, not cut down. */
export function limitUpTo(max: number, standard: number) {
  return wholeNumber('Invalid limit', 1, max).default(standard);
}

/** The schema of an `offset`. */
export function offsetUpTo(max: number) {
  return wholeNumber('Invalid offset', 0, max).default(0);
}

function wholeNumber(error: string, min: number, max: number) {
  return z
    .string({ error })
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .refine((number) => number >= min && number <= max, { error });
}

/** The schema of a country, such as `US`. */
export const market = z
  .string()
  .regex(/^[A-Z]{2}$/, { error: 'Invalid market code' })
  .optional();
