import { isDeepStrictEqual } from 'node:util';
import { isMap, isNode, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { type Entry, listEntries, type Span, splitSpan } from './document-entries.ts';
import { layOutValue } from './lay-out.ts';

type Data = Record<string, unknown>;

/**
 * The text of a YAML document with its data brought from `before` to `wanted`. Whatever is equal in both keeps its
 * bytes; entries of a list keep their comments as they move, being found again by their `id`.
 */
export function editDocument(text: string, before: Data, wanted: Data): string {
  const root = parseDocument(text, { keepSourceTokens: true, version: '1.2' }).contents;
  const edited = editValue({ text, node: root as Node, start: 0, end: text.length }, before, wanted) ?? text;
  return text.includes('\r\n') ? edited.replace(/\r?\n/g, '\r\n') : edited;
}

interface Place extends Span {
  text: string;
  node: Node;
}

/** The place's new text, or undefined when its value has to be laid out anew. */
function editValue(place: Place, before: unknown, wanted: unknown): string | undefined {
  if (isDeepStrictEqual(before, wanted)) return place.text.slice(place.start, place.end);
  if ('flow' in place.node && place.node.flow) return undefined;
  if (isMap(place.node)) return editMap(place, before as Data, wanted as Data);
  if (isSeq(place.node)) return editList(place, before as unknown[], wanted as unknown[]);
  return undefined;
}

function editMap(place: Place, before: Data, wanted: Data): string {
  const entries = listEntries(place.text, place.node);
  const { spans, rest } = splitSpan(place.text, entries, place);
  const pieces = new Map<string, string>();
  for (const [i, entry] of entries.entries()) {
    const key = entry.key ?? '';
    const isDropped = wanted[key] === undefined && before[key] !== undefined;
    if (!isDropped)
      pieces.set(key, editEntry(place.text, entry, spans[i] ?? place, before[key], wanted[key]));
  }
  const column = entries[0]?.column ?? 0;
  const texts = insertFields(pieces, wanted, (key) => {
    const value = layOutValue(wanted[key], { after: 'key', column });
    return `${' '.repeat(column)}${key}:${value.startsWith('\n') ? '' : ' '}${value}\n`;
  });
  const isInLine = place.start > 0 && place.text[place.start - 1] !== '\n';
  return joinLines([...(isInLine ? trimFirst(texts) : texts), rest]);
}

/** New fields go behind the field they follow in a guide. */
function insertFields(pieces: Map<string, string>, wanted: Data, write: (key: string) => string): string[] {
  const placed = [...pieces];
  let previous: string | undefined;
  for (const key of Object.keys(wanted)) {
    if (!pieces.has(key)) {
      const at = placed.findIndex(([name]) => name === previous);
      placed.splice(at === -1 ? placed.length : at + 1, 0, [key, write(key)]);
    }
    previous = key;
  }
  return placed.map(([, text]) => text);
}

function editList(place: Place, before: unknown[], wanted: unknown[]): string {
  const entries = listEntries(place.text, place.node);
  const { spans, rest } = splitSpan(place.text, entries, place);
  const names = nameItems(before, wanted);
  const known = new Map(names.before.map((name, i) => [name, i]));
  const column = entries[0]?.column ?? 0;
  const second = spans[1] && place.text.slice(spans[1].start, spans[1].end);
  const gap = second && /^[ \t]*\r?\n/.test(second) ? '\n' : '';
  const texts = wanted.map((value, j) => {
    const i = known.get(names.wanted[j] ?? '');
    const [entry, span] = i === undefined ? [] : [entries[i], spans[i]];
    if (entry && span && i !== undefined) return editEntry(place.text, entry, span, before[i], value);
    return `${gap}${' '.repeat(column)}- ${layOutValue(value, { after: 'dash', column })}\n`;
  });
  return joinLines([...texts, rest]);
}

/** By what items are found again: their ids, else their places while none is added or removed, else their value. */
function nameItems(before: unknown[], wanted: unknown[]) {
  const hasIds = [...before, ...wanted].every((item) => idOf(item) !== undefined);
  const isSameLength = before.length === wanted.length;
  const name = (list: unknown[]) => {
    const seen = new Map<string, number>();
    return list.map((item, i) => {
      if (hasIds) return String(idOf(item));
      if (isSameLength) return String(i);
      const value = JSON.stringify(item);
      seen.set(value, (seen.get(value) ?? 0) + 1);
      return `${value} ${seen.get(value)}`;
    });
  };
  return { before: name(before), wanted: name(wanted) };
}

function idOf(item: unknown): unknown {
  return item !== null && typeof item === 'object' && 'id' in item ? item.id : undefined;
}

function editEntry(text: string, entry: Entry, span: Span, before: unknown, wanted: unknown): string {
  if (!isNode(entry.value)) return text.slice(span.start, span.end);
  const head = text.slice(span.start, entry.valueStart);
  const place = { text, node: entry.value, start: entry.valueStart, end: span.end };
  const edited = editValue(place, before, wanted);
  if (edited !== undefined) return head + edited;
  const replaced = replaceValue(place, entry, wanted);
  return (replaced.startsWith('\n') ? head.trimEnd() : head) + replaced;
}

/** A value laid out anew where another stood; a comment at the end of its line stays. */
function replaceValue({ text, node, end }: Place, { key, column }: Entry, wanted: unknown): string {
  const style = isScalar(node) ? node.type : undefined;
  const after = key === undefined ? 'dash' : 'key';
  const lines = layOutValue(wanted, { after, column, style }).split('\n');
  const tail = text.slice(node.range?.[1] ?? end, end).split('\n');
  const comment = style?.startsWith('BLOCK') ? '' : (tail.shift() ?? '').trimEnd();
  const isBlock = typeof wanted === 'object' || /^[|>]\S*$/.test(lines[0] ?? '');
  const commented = isBlock ? 0 : lines.length - 1;
  return [...lines.map((line, i) => (i === commented ? line + comment : line)), ...tail].join('\n');
}

function trimFirst([first = '', ...others]: string[]): string[] {
  return [first.trimStart(), ...others];
}

/** Puts pieces under each other; only the last of a file may lack its line break. */
function joinLines(pieces: string[]): string {
  const filled = pieces.filter((piece) => piece !== '');
  return filled
    .map((piece, i) => (i < filled.length - 1 && !piece.endsWith('\n') ? `${piece}\n` : piece))
    .join('');
}
