import type { Tokens } from '../../domain/services/connection.ts';

/** A token is renewed this long before it runs out. */
const MARGIN_MS = 60_000;

/** Where calls get their access token. */
export interface TokenSource {
  /** A token that is not known to have run out. */
  get(): Promise<string>;
  /** Another token, for one that the service no longer takes. */
  renew(stale: string): Promise<string>;
  /** What it means when the service does not take the new one either. */
  rejected(cause: unknown): Error;
}

/** Holds the newest tokens; however many calls need new ones at once, `fetchNew` runs once. */
export function createTokenSource(options: {
  initial?: Tokens;
  fetchNew: (old: Tokens | undefined) => Promise<Tokens>;
  rejected: TokenSource['rejected'];
  clock: () => Date;
}): TokenSource {
  let newest = options.initial;
  let pending: Promise<string> | undefined;

  const replace = async () => {
    newest = await options.fetchNew(newest);
    return newest.accessToken;
  };
  const replaceOnce = () => {
    pending ??= replace().finally(() => {
      pending = undefined;
    });
    return pending;
  };

  return {
    get: async () => (newest && isFresh(newest, options.clock()) ? newest.accessToken : await replaceOnce()),
    renew: async (stale) =>
      newest && newest.accessToken !== stale ? newest.accessToken : await replaceOnce(),
    rejected: options.rejected,
  };
}

function isFresh({ expiresAt }: Tokens, now: Date): boolean {
  return Date.parse(expiresAt) - now.getTime() > MARGIN_MS;
}
