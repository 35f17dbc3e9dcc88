import { isDeepStrictEqual } from 'node:util';

/** An entry of a list that is found by its id. */
export interface Item {
  id: string;
}

/** True for a list whose entries all have ids, and for an empty one. */
export function isItemList(value: unknown): value is Item[] {
  return Array.isArray(value) && value.every(hasId);
}

export function hasId(value: unknown): value is Item {
  return value !== null && typeof value === 'object' && 'id' in value && typeof value.id === 'string';
}

/**
 * The order of a list that both sides may have changed; undefined when both moved entries and disagree. An entry
 * that one side added stands behind the one it was put behind.
 */
export function mergeOrder(
  { base, mine, theirs }: { base: string[]; mine: string[]; theirs: string[] },
  isKept: (id: string) => boolean,
): string[] | undefined {
  const [left, right] = [mine.filter(isKept), theirs.filter(isKept)];
  if (isSameOrder(base, left) || isSameOrder(left, right)) return insertAdded(right, left);
  if (isSameOrder(base, right)) return insertAdded(left, right);
  return undefined;
}

function isSameOrder(one: string[], other: string[]): boolean {
  const [inOne, inOther] = [new Set(one), new Set(other)];
  const [left, right] = [one.filter((id) => inOther.has(id)), other.filter((id) => inOne.has(id))];
  return isDeepStrictEqual(left, right);
}

/** `spine` with the entries that only `other` has, each behind its neighbour there and behind what `spine` put there. */
function insertAdded(spine: string[], other: string[]): string[] {
  const order = [...spine];
  const known = new Set(spine);
  const shared = new Set(other);
  for (const [i, id] of other.entries()) {
    if (known.has(id)) continue;
    let at = i === 0 ? 0 : order.indexOf(other[i - 1] ?? '') + 1;
    while (at < order.length && !shared.has(order[at] ?? '')) at += 1;
    order.splice(at, 0, id);
  }
  return order;
}
