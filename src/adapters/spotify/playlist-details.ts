import { cutAtWord } from './cut-at-word.ts';

const NAME_LENGTH = 100;
const DESCRIPTION_LENGTH = 300;

/** A playlist's name as every client of the service shows it: one line of at most 100 characters. */
export function fitName(name: string): string {
  return shorten(oneLine(name), NAME_LENGTH);
}

/**
 * A description the service takes: one line of at most 300 characters without a web address; undefined when empty,
 * which it refuses.
 */
export function fitDescription(description: string): string | undefined {
  return shorten(withoutAddresses(oneLine(description)), DESCRIPTION_LENGTH) || undefined;
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

/** What looks like an address is refused, and a film may be called like one. */
function withoutAddresses(text: string): string {
  return text.replace(/https?:\/\/|www\./giu, '').replace(/(?<=[\p{L}\p{N}])\.(?=\p{L}{2,})/gu, ' ');
}

function shorten(line: string, length: number): string {
  return line.length <= length ? line : `${cutAtWord(line, length - 1)}…`;
}
