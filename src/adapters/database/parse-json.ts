import type { z } from 'zod';
import { DamagedDataError } from '../../domain/damaged-data-error.ts';

/** A value from a column of JSON; `what` names the row for the one who has to repair it. */
export function parseJson<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  what: string,
): z.output<Schema> {
  const result = schema.safeParse(readJson(text, what));
  if (result.success) return result.data;
  throw new DamagedDataError(what, {}, { cause: result.error });
}

/** What a column of JSON holds; `place` says which guide it belongs to, when it does. */
export function readJson(
  text: string,
  what: string,
  place: { guide?: string; revision?: number } = {},
): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DamagedDataError(what, place, { cause });
  }
}
