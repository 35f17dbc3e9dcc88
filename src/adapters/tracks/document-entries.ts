import { type CST, isMap, isNode, isScalar, isSeq, type Node } from 'yaml';

/** A stretch of the text. */
export interface Span {
  start: number;
  end: number;
}

/** A field of a block map or an item of a block list. */
export interface Entry {
  /** The field's name; items have none. */
  key?: string;
  value: unknown;
  /** How far the key or the dash is from the start of its line. */
  column: number;
  /** Where the key or the dash stands. */
  at: number;
  /** Where the value's own part begins: the line below for a block under its key. */
  valueStart: number;
  /** Where the last thing in it ends, without comments behind it. */
  contentEnd: number;
}

/** The entries of a block map or block list, in the order of the text. */
export function listEntries(text: string, node: Node): Entry[] {
  const starts = isMap(node)
    ? node.items.map(({ key, value }) => ({
        key: isScalar(key) ? String(key.value) : '',
        value,
        at: startOf(key),
      }))
    : isSeq(node)
      ? node.items.map((value, i) => ({ value, at: dashes(node.srcToken)[i] ?? 0 }))
      : [];
  return starts.map((entry) => ({
    ...entry,
    column: entry.at - lineStart(text, entry.at),
    valueStart: valueStart(text, entry.value, entry.at, 'key' in entry),
    contentEnd: contentEnd(entry.value) ?? entry.at,
  }));
}

/**
 * Shares a stretch among its entries: a comment above an entry belongs to it unless it is indented deeper, and
 * `rest` is what follows the last.
 */
export function splitSpan(
  text: string,
  entries: Entry[],
  { start, end }: Span,
): { spans: Span[]; rest: string } {
  const starts = entries.map(({ at, column }, i) => {
    const previous = entries[i - 1];
    return previous ? leadStart(text, lineStart(text, at), column, previous.contentEnd) : start;
  });
  const last = entries.at(-1);
  const restStart = last ? leadStart(text, end, last.column, last.contentEnd) : end;
  const spans = starts.map((from, i) => ({ start: from, end: starts[i + 1] ?? restStart }));
  return { spans, rest: text.slice(restStart, end) };
}

/** Where the blank lines and comments above a place begin that stand no deeper than the column. */
function leadStart(text: string, from: number, column: number, contentEnd: number): number {
  let start = from;
  while (start > contentEnd) {
    const above = lineStart(text, start - 1);
    const line = text.slice(above, start).trimEnd();
    const isLead = line === '' || (line.trimStart().startsWith('#') && line.search(/\S/) <= column);
    if (above < contentEnd || !isLead) break;
    start = above;
  }
  return start;
}

function valueStart(text: string, value: unknown, at: number, isField: boolean): number {
  if (!isNode(value)) return at;
  const start = startOf(value);
  const isBlock = (isMap(value) || isSeq(value)) && !value.flow;
  const lineEnd = text.indexOf('\n', at);
  return isField && isBlock && lineEnd !== -1 && lineEnd < start ? lineEnd + 1 : start;
}

function contentEnd(value: unknown): number | undefined {
  if (isMap(value) && !value.flow) {
    const last = value.items.at(-1);
    return contentEnd(last?.value) ?? contentEnd(last?.key);
  }
  if (isSeq(value) && !value.flow) return contentEnd(value.items.at(-1));
  return isNode(value) ? value.range?.[1] : undefined;
}

function dashes(token: CST.Token | undefined): number[] {
  if (token?.type !== 'block-seq') return [];
  return token.items.flatMap(({ start }) => start.find(({ type }) => type === 'seq-item-ind')?.offset ?? []);
}

function startOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}
