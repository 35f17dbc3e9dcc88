import { createHash } from 'node:crypto';
import type { Guide } from './guide.ts';
import { writeGuide } from './read-guide.ts';

/** The hash of what a guide says: comments, layout and the order of fields do not count, the order of lists does. */
export function hashGuide(guide: Guide): string {
  return createHash('sha256')
    .update(canonical(writeGuide(guide)))
    .digest('hex');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const fields = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`);
  return `{${fields.join(',')}}`;
}
