/** The value of an attribute wherever the page has it, with its character references read. */
export function attributes(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) =>
    readReferences(value),
  );
}

/** The text of a page or a part of it as a reader sees it, blanks joined. */
export function textOf(html: string): string {
  const withoutTags = html.replace(/<(style|head)\b[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]*>/g, ' ');
  return readReferences(withoutTags).replace(/\s+/g, ' ').trim();
}

/** The contents of every element with the tag name whose start tag holds the words; elements of the kind must not nest. */
export function elements(html: string, tag: string, words = ''): string[] {
  const found = html.matchAll(new RegExp(`<${tag}\\b([^>]*)>([\\s\\S]*?)</${tag}>`, 'g'));
  return [...found].flatMap(([, start = '', content = '']) => (start.includes(words) ? [content] : []));
}

/** A form of the page as a press on it would send it. */
export interface PageForm {
  action: string;
  fields: Record<string, string>;
}

/** The form whose action ends in these words. */
export function findForm(html: string, action: string): PageForm {
  for (const [, start = '', content = ''] of html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)) {
    const [target = ''] = attributes(start, 'action');
    if (target.endsWith(action)) return { action: target, fields: hiddenFields(content) };
  }
  throw new Error(`the page has no form that goes to ${action}`);
}

function hiddenFields(form: string): Record<string, string> {
  const inputs = form.match(/<input\b[^>]*type="hidden"[^>]*>/g) ?? [];
  return Object.fromEntries(
    inputs.map((input) => [attributes(input, 'name')[0] ?? '', attributes(input, 'value')[0] ?? '']),
  );
}

const REFERENCES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#34': '"', '#39': "'" };

function readReferences(text: string): string {
  return text.replace(/&(#?\w+);/g, (whole, name: string) => REFERENCES[name] ?? whole);
}
