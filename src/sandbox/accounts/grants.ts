import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

/** How long an access token lives, in seconds. */
export const ACCESS_TOKEN_SECONDS = 3600;
/** Spotify does not say how long a code lives; ten minutes is OAuth's advice. */
const CODE_MILLISECONDS = 10 * 60 * 1000;
/** Expired tokens are remembered a day, to be answered "expired" and not "invalid". */
const REMEMBERED_MILLISECONDS = 24 * 3600 * 1000;
/** A refresh token ends six months after the consent, however often it is used. */
const REFRESH_TOKEN_MONTHS = 6;

/** What a person allowed: `challenge` is the PKCE challenge, if the app sent one. */
export interface Consent {
  userId: string;
  scope: string;
  redirectUri: string;
  challenge: string | undefined;
}

export interface RefreshGrant {
  userId: string;
  scope: string;
  withPkce: boolean;
  isExpired: boolean;
}

export interface AccessGrant {
  /** Undefined for an app-only token. */
  userId: string | undefined;
  scope: string;
  isExpired: boolean;
}

/** Codes and tokens, kept across restarts. */
export interface Grants {
  issueCode(consent: Consent): string;
  /** Hands out what a code stands for and forgets the code; undefined if it is unknown, used or too old. */
  takeCode(code: string): (Consent & { consentedAt: number }) | undefined;
  issueRefreshToken(grant: { userId: string; scope: string; withPkce: boolean; consentedAt: number }): string;
  findRefreshToken(token: string): RefreshGrant | undefined;
  issueAccessToken(grant: { userId: string | undefined; scope: string }): string;
  findAccessToken(token: string): AccessGrant | undefined;
}

const codeRow = z.object({
  user_id: z.string(),
  scope: z.string(),
  redirect_uri: z.string(),
  challenge: z.string().nullable(),
  consented_at: z.number(),
});
const refreshRow = z.object({
  user_id: z.string(),
  scope: z.string(),
  with_pkce: z.number(),
  consented_at: z.number(),
});
const accessRow = z.object({ user_id: z.string().nullable(), scope: z.string(), expires_at: z.number() });

export function createGrants(database: DatabaseSync, clock: () => Date): Grants {
  const now = () => clock().getTime();
  return {
    issueCode(consent) {
      const code = newSecret('code');
      database
        .prepare('insert into codes values (?, ?, ?, ?, ?, ?)')
        .run(code, consent.userId, consent.scope, consent.redirectUri, consent.challenge ?? null, now());
      return code;
    },
    takeCode(code) {
      const row = database.prepare('delete from codes where code = ? returning *').get(code);
      if (row === undefined) return undefined;
      const stored = codeRow.parse(row);
      if (now() >= stored.consented_at + CODE_MILLISECONDS) return undefined;
      return {
        userId: stored.user_id,
        scope: stored.scope,
        redirectUri: stored.redirect_uri,
        challenge: stored.challenge ?? undefined,
        consentedAt: stored.consented_at,
      };
    },
    issueRefreshToken({ userId, scope, withPkce, consentedAt }) {
      const token = newSecret('refresh');
      database
        .prepare('insert into refresh_tokens values (?, ?, ?, ?, ?)')
        .run(token, userId, scope, Number(withPkce), consentedAt);
      return token;
    },
    findRefreshToken(token) {
      const row = database.prepare('select * from refresh_tokens where token = ?').get(token);
      if (row === undefined) return undefined;
      const stored = refreshRow.parse(row);
      return {
        userId: stored.user_id,
        scope: stored.scope,
        withPkce: stored.with_pkce === 1,
        isExpired: now() >= monthsLater(stored.consented_at, REFRESH_TOKEN_MONTHS),
      };
    },
    issueAccessToken({ userId, scope }) {
      const token = newSecret('access');
      database.prepare('delete from access_tokens where expires_at < ?').run(now() - REMEMBERED_MILLISECONDS);
      database
        .prepare('insert into access_tokens values (?, ?, ?, ?)')
        .run(token, userId ?? null, scope, now() + ACCESS_TOKEN_SECONDS * 1000);
      return token;
    },
    findAccessToken(token) {
      const row = database.prepare('select * from access_tokens where token = ?').get(token);
      if (row === undefined) return undefined;
      const stored = accessRow.parse(row);
      return {
        userId: stored.user_id ?? undefined,
        scope: stored.scope,
        isExpired: now() >= stored.expires_at,
      };
    },
  };
}

function newSecret(kind: 'code' | 'refresh' | 'access'): string {
  return `sandbox-${kind}-${randomBytes(32).toString('base64url')}`;
}

function monthsLater(time: number, months: number): number {
  const date = new Date(time);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.getTime();
}
