import type { ErrorCode, YAMLError } from 'yaml';

/** A fault of the YAML itself in words for somebody who writes guides. */
export function sayYamlError({ code, message, pos }: YAMLError, text: string): string {
  const rest = text.slice(pos[0]);
  if (code === 'DUPLICATE_KEY') {
    return `the field ${/^[^\s:]+/.exec(rest)?.[0] ?? ''} is written twice; keep one of them`;
  }
  const [, missing] = /^Flow .* end with a ([}\]])$/.exec(message) ?? [];
  if (missing) {
    const opened = missing === '}' ? '{' : '[';
    return `a ${opened} before this is not closed: ${missing} is missing, or this line is not indented deep enough`;
  }
  return SENTENCES[code] ?? `is not YAML that can be read: ${message}`;
}

const SENTENCES: Partial<Record<ErrorCode, string>> = {
  RESOURCE_EXHAUSTION: 'is nested too deeply to be read',
  TAB_AS_INDENT: 'a tab indents this line; use spaces',
  BAD_INDENT: 'this line is not indented like its neighbours',
  MISSING_CHAR: 'a colon, comma, quote or bracket is missing here',
  MULTIPLE_DOCS: 'a second document starts here; a file holds one guide',
  BLOCK_AS_IMPLICIT_KEY: 'this value holds ": "; put it in quotes',
  MULTILINE_IMPLICIT_KEY: 'this name of a field goes over several lines; a colon may be missing',
  TAG_RESOLVE_FAILED: 'tags such as !name are not used in guide files; remove it',
};
