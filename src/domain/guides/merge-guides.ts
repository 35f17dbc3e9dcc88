import { isDeepStrictEqual } from 'node:util';
import type { Guide } from './guide.ts';
import { hasId, type Item, isItemList, mergeOrder } from './merge-order.ts';
import type { Problem } from './problem.ts';
import { readGuide, writeGuide } from './read-guide.ts';

/** Two changes that cannot both be kept, or (with a message) what would be wrong with the guide if they were. */
export interface Conflict {
  /** List entries stand by their id. */
  path: Problem['path'];
  base?: unknown;
  mine?: unknown;
  theirs?: unknown;
  message?: string;
}

export type MergeResult = { guide: Guide; conflicts: [] } | { guide?: undefined; conflicts: Conflict[] };

/** Joins two changes of one guide: entries by their id, the order of a list as a value of its own, the rest by field. */
export function mergeGuides(base: Guide, mine: Guide, theirs: Guide): MergeResult {
  const sides = { base: writeGuide(base), mine: writeGuide(mine), theirs: writeGuide(theirs) };
  const conflicts: Conflict[] = [];
  const merged = mergeValue([], sides, conflicts);
  if (conflicts.length > 0) return { conflicts };
  const { guide, problems } = readGuide(merged);
  if (guide) return { guide, conflicts: [] };
  return { conflicts: problems.map(({ path, message }) => ({ path: nameSteps(path, merged), message })) };
}

/** The path with the ids of list entries instead of their positions, which only the merged guide would have. */
function nameSteps(path: Problem['path'], merged: unknown): Problem['path'] {
  let at = merged;
  return path.map((step) => {
    at = (at as Record<string | number, unknown> | undefined)?.[step];
    return typeof step === 'number' && hasId(at) ? at.id : step;
  });
}

interface Sides {
  base: unknown;
  mine: unknown;
  theirs: unknown;
}

function mergeValue(path: Problem['path'], sides: Sides, conflicts: Conflict[]): unknown {
  const { base, mine, theirs } = sides;
  if (isDeepStrictEqual(mine, theirs) || isDeepStrictEqual(base, theirs)) return mine;
  if (isDeepStrictEqual(base, mine)) return theirs;
  const lists = { base: base ?? [], mine: mine ?? [], theirs: theirs ?? [] };
  if (isItemList(lists.base) && isItemList(lists.mine) && isItemList(lists.theirs)) {
    return mergeItems(path, { base: lists.base, mine: lists.mine, theirs: lists.theirs }, conflicts);
  }
  if (isGroup(base ?? {}) && isGroup(mine) && isGroup(theirs)) {
    return mergeFields(path, { base: (base ?? {}) as Group, mine, theirs }, conflicts);
  }
  conflicts.push({ path, ...sides });
  return mine ?? theirs;
}

type Group = Record<string, unknown>;

function isGroup(value: unknown): value is Group {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function mergeFields(
  path: Problem['path'],
  { base, mine, theirs }: { base: Group; mine: Group; theirs: Group },
  conflicts: Conflict[],
): Group {
  const names = Object.keys({ ...theirs, ...mine });
  const fields = names.map((name) => {
    const sides = { base: base[name], mine: mine[name], theirs: theirs[name] };
    return [name, mergeValue([...path, name], sides, conflicts)] as const;
  });
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

function mergeItems(
  path: Problem['path'],
  lists: { base: Item[]; mine: Item[]; theirs: Item[] },
  conflicts: Conflict[],
): unknown[] {
  const ids = { base: idsOf(lists.base), mine: idsOf(lists.mine), theirs: idsOf(lists.theirs) };
  const found = { base: byId(lists.base), mine: byId(lists.mine), theirs: byId(lists.theirs) };
  const merged = new Map<string, unknown>();
  for (const id of new Set([...ids.theirs, ...ids.mine])) {
    const sides = { base: found.base.get(id), mine: found.mine.get(id), theirs: found.theirs.get(id) };
    const item = mergeValue([...path, id], sides, conflicts);
    if (item !== undefined) merged.set(id, item);
  }
  const order = mergeOrder(ids, (id) => merged.has(id));
  if (!order) conflicts.push({ path: [...path, 'order'], ...ids });
  return (order ?? ids.mine).map((id) => merged.get(id));
}

function idsOf(list: Item[]): string[] {
  return list.map(({ id }) => id);
}

function byId(list: Item[]): Map<string, Item> {
  return new Map(list.map((item) => [item.id, item]));
}
