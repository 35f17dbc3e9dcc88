import { createHash } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * An id in the shape of Spotify's (22 letters and digits) that is never one of theirs: theirs are 128-bit
 * numbers in base 62, so they begin with 0 to 7, and ours with `sandbox`. The same facts give the same id on
 * every machine.
 */
export function sandboxId(kind: 'track' | 'album' | 'artist' | 'playlist', ...facts: string[]): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([kind, ...facts]))
    .digest();
  let letters = '';
  for (const byte of hash.subarray(0, 15)) letters += ALPHABET[byte % ALPHABET.length];
  return `sandbox${letters}`;
}

/** The sandbox's id for a row of a catalog file that carries an id of its own, say Spotify's. */
export function mappedTrackId(sourceId: string): string {
  return sandboxId('track', sourceId);
}
