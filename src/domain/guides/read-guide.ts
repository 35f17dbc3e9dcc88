import { z } from 'zod';
import { checkGuide } from './check-guide.ts';
import { Guide } from './guide.ts';
import { sketchGuide } from './guide-sketch.ts';
import { formatPath, type Problem } from './problem.ts';

export type ReadResult = { guide: Guide; problems: [] } | { guide?: undefined; problems: Problem[] };

/** A guide from plain data (a file's or a stored revision's), or every problem in it at once. */
export function readGuide(data: unknown): ReadResult {
  const result = Guide.safeParse(data, { error: sayIssue });
  if (!result.success) return { problems: joinProblems(result.error, checkGuide(sketchGuide(data))) };
  const problems = checkGuide(result.data);
  return problems.length > 0 ? { problems } : { guide: result.data, problems: [] };
}

/** The plain data a file holds for a guide: times as text, and nothing that is empty or the default. */
export function writeGuide(guide: Guide): Record<string, unknown> {
  return prune(z.encode(Guide, guide)) as Record<string, unknown>;
}

const DEFAULTS: Record<string, unknown> = {
  basis: 'stated',
  spoiler: false,
  disputed: false,
  inFilm: 'unknown',
};

function prune(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(prune);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value)
    .map(([key, inner]) => [key, prune(inner)] as const)
    .filter(([key, inner]) => !isEmpty(inner) && DEFAULTS[key] !== inner);
  return Object.fromEntries(entries);
}

function isEmpty(value: unknown): boolean {
  if (value === undefined) return true;
  return value !== null && typeof value === 'object' && Object.keys(value).length === 0;
}

/** Of a place that has the wrong form nothing else is said. */
function joinProblems(error: z.ZodError, checked: Problem[]): Problem[] {
  const problems = error.issues.flatMap(toProblems);
  const places = new Set(problems.map(({ path }) => formatPath(path)));
  return [...problems, ...checked.filter(({ path }) => !places.has(formatPath(path)))];
}

function toProblems(issue: z.core.$ZodIssue): Problem[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }];
  return issue.keys.map((key) => ({ path: [...path, key], message: 'is not a field of a guide here' }));
}

const KINDS: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
};

function sayIssue(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_type') {
    if (issue.input === undefined) return 'is missing';
    return `should be ${KINDS[issue.expected] ?? issue.expected}`;
  }
  if (issue.code === 'invalid_value') {
    return `${JSON.stringify(issue.input)} is none of ${issue.values.map(String).join(', ')}`;
  }
  if (issue.code === 'invalid_union') return 'should be a time such as 1:02:03';
  return undefined;
}
