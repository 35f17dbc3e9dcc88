import { sealData, unsealData } from 'iron-session';
import { SealBrokenError, type Sealer } from '../../domain/services/sealer.ts';

/** Seals with the newest of the keys and opens with any of them, so that keys can be rotated. */
export function createSealer(secretKeys: string[]): Sealer {
  const password = toPasswords(secretKeys);
  return {
    async seal(value) {
      return await sealData({ value }, { password, ttl: 0 });
    },
    async unseal(sealed) {
      const opened = await unsealData<{ value?: unknown }>(sealed, { password, ttl: 0 });
      if (!('value' in opened)) throw new SealBrokenError();
      return opened.value;
    },
  };
}

/** Iron-session's map of passwords: the highest number seals. */
export function toPasswords(secretKeys: string[]): Record<string, string> {
  const oldestFirst = [...secretKeys].reverse();
  return Object.fromEntries(oldestFirst.map((key, i) => [String(i + 1), key]));
}
