import { Document, isMap, isScalar, isSeq, type Node, Scalar, visit, type YAMLMap, type YAMLSeq } from 'yaml';

/** A whole new file for plain data: prose in blocks, short lists on one line, air between entries. */
export function layOutFile(data: Record<string, unknown>): string {
  const document = styled(data);
  for (const pair of (document.contents as YAMLMap<Scalar, Node>).items) {
    const { key, value } = pair;
    if (!isScalar(value)) key.spaceBefore = true;
    if (isSeq<Node>(value) && !value.flow) separateItems(value);
  }
  return document.toString(OPTIONS);
}

/** A value as it follows `key: ` or `- `, whose own column is given; starts with a line break when it must. */
export function layOutValue(
  value: unknown,
  place: { after: 'key' | 'dash'; column: number; style?: Scalar.Type },
): string {
  const document = styled(place.after === 'key' ? { k: value } : [value]);
  visit(document, {
    Scalar(_, scalar) {
      if (scalar.value === value) scalar.type = suitable(scalar.type, place.style);
    },
  });
  const [, text = ''] = /^(?:k:|-) ?([\s\S]*)\n$/.exec(document.toString(OPTIONS)) ?? [];
  const indentation = ' '.repeat(place.column);
  return text.replace(/\n(?=[^\n])/g, `\n${indentation}`);
}

const OPTIONS = { lineWidth: 110, flowCollectionPadding: false, singleQuote: true } as const;
const SHORT = 90;

function styled(data: unknown): Document {
  const document = new Document(data, { aliasDuplicateObjects: false, version: '1.2' });
  visit(document, {
    Scalar(key, scalar) {
      if (key !== 'key' && typeof scalar.value === 'string') scalar.type = styleOf(scalar.value);
    },
    Seq(key, list) {
      list.flow = key !== null && list.items.every(isScalar) && isShort(list);
    },
    Map(key, group) {
      const isEntry = typeof key === 'number' && group.has('id');
      const isFlat = group.items.every(({ value }) => isScalar(value) || isListOfScalars(value));
      group.flow = key !== null && !isEntry && isFlat && isShort(group);
    },
  });
  return document;
}

function styleOf(text: string): Scalar.Type {
  if (text.includes('\n')) return Scalar.BLOCK_LITERAL;
  return text.length > SHORT ? Scalar.BLOCK_FOLDED : Scalar.PLAIN;
}

/** The style a scalar had, unless the new text is prose and the old was not. */
function suitable(fresh: Scalar.Type | undefined, old: Scalar.Type | undefined): Scalar.Type | undefined {
  return old && (fresh === Scalar.PLAIN || old.startsWith('BLOCK')) ? old : fresh;
}

function isShort(node: YAMLMap | YAMLSeq): boolean {
  return JSON.stringify(node).length <= SHORT;
}

function isListOfScalars(value: unknown): boolean {
  return isSeq(value) && value.items.every(isScalar);
}

function separateItems(list: YAMLSeq<Node>): void {
  for (const item of list.items.slice(1)) if (isMap(item) && !item.flow) item.spaceBefore = true;
}
