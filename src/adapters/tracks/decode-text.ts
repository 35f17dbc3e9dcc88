import type { FileProblem } from './file-problem.ts';

/** The text of a file's bytes, or where they stop being UTF-8. */
export function decodeText(
  content: string | Uint8Array,
): { text: string; problem?: undefined } | { text?: undefined; problem: FileProblem } {
  if (typeof content === 'string') return { text: content };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content) };
  } catch {
    const readable = new TextDecoder('utf-8').decode(content);
    const before = readable.slice(0, readable.indexOf('\ufffd')).split('\n');
    const column = (before.at(-1) ?? '').length + 1;
    return { problem: { line: before.length, column, path: '', message: 'is not UTF-8; save it as UTF-8' } };
  }
}
