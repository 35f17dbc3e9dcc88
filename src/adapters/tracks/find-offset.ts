import { type Document, isMap, isNode, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { Problem } from '../../domain/guides/problem.ts';

/** Where in the text a path leads: its field's name or its item, or those of the nearest parent there is. */
export function findOffset(document: Document, path: Problem['path']): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    const pair = findPair(node, step);
    node = pair ? pair.value : isSeq(node) && typeof step === 'number' ? node.items[step] : undefined;
    if (!pair && node === undefined) break;
    offset = startOf(pair ? pair.key : node) ?? offset;
  }
  return offset;
}

function findPair(node: unknown, step: string | number): Pair | undefined {
  if (!isMap(node)) return undefined;
  return node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? (node as Node).range?.[0] : undefined;
}
