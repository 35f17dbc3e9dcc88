import { cutAtWord } from './cut-at-word.ts';

const NAME_LENGTH = 100;
const DESCRIPTION_LENGTH = 300;

/** A playlist's name as every client of the service shows it: one line of at most 100 characters. */
export function fitName(name: string): string {
  return shorten(name, NAME_LENGTH);
}

/** A description the service takes: one line of at most 300 characters; undefined when empty, which it refuses. */
export function fitDescription(description: string): string | undefined {
  return shorten(description, DESCRIPTION_LENGTH) || undefined;
}

function shorten(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= length ? line : `${cutAtWord(line, length - 1)}…`;
}
