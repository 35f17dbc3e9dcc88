export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

/**
 * The root of a plain XML 1.0 document (elements, attributes, text, the five entities), read to the letter:
 * whatever is not well-formed, or not plain, is an error.
 */
export function readXml(xml: string): XmlElement {
  if (/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(xml))
    throw new Error('not an XML character');
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!xml.startsWith(declaration)) throw new Error('no XML declaration');
  const top: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  for (const [token] of xml.slice(declaration.length).matchAll(/<[^<>]*>|[^<]+|</g)) readToken(token, open);
  const [root, ...more] = top.children;
  if (open.length !== 1 || !root || more.length > 0 || top.text.trim())
    throw new Error('not one root element');
  return root;
}

/** All elements of a name below an element, in document order. */
export function findAll(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...findAll(child, name),
  ]);
}

function readToken(token: string, open: XmlElement[]): void {
  const parent = open.at(-1);
  if (!parent) throw new Error('text after the end');
  const tag = /^<(\/?)([A-Za-z][\w:]*)((?: [\w:]+="[^"<]*")*)(\/?)>$/.exec(token);
  if (!tag) {
    if (token.includes('<') || token.includes(']]>')) throw new Error(`bad markup ${JSON.stringify(token)}`);
    parent.text += decode(token);
    return;
  }
  const [, closing, name = '', attributes = '', empty] = tag;
  if (closing) {
    if (open.pop()?.name !== name || attributes || empty) throw new Error(`bad end tag ${token}`);
    return;
  }
  const element: XmlElement = { name, attributes: readAttributes(attributes), children: [], text: '' };
  parent.children.push(element);
  if (!empty) open.push(element);
}

function readAttributes(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/ ([\w:]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
    name,
    decode(value),
  ]);
  if (new Set(pairs.map(([name]) => name)).size < pairs.length) throw new Error(`attribute twice in ${text}`);
  return Object.fromEntries(pairs);
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(/&([^;&]*);?/g, (reference, name: string) => {
    const value = ENTITIES[name];
    if (value === undefined || !reference.endsWith(';')) throw new Error(`bad reference ${reference}`);
    return value;
  });
}
