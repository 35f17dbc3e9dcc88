import { hasStatus } from './answer-error.ts';

/** Letters and digits: the client library writes ids into addresses as they are. */
export function isId(id: string): boolean {
  return /^[A-Za-z0-9]{1,64}$/.test(id);
}

/** Ids that we kept came from the service, so anything else is our own mistake. */
export function requireIds(ids: string[]): void {
  const wrong = ids.find((id) => !isId(id));
  if (wrong !== undefined) throw new TypeError(`${JSON.stringify(wrong)} is not an id`);
}

/** Undefined when the service says there is no such thing, be it by 404 or by calling the id invalid. */
export async function unlessMissing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (hasStatus(error, 404) || isInvalidId(error)) return undefined;
    throw error;
  }
}

function isInvalidId(error: unknown): boolean {
  return hasStatus(error, 400) && /invalid (base62 )?id/i.test(error.text);
}
