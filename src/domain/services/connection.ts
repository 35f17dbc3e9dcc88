import type { PlaylistAccount } from './playlist-account.ts';
import type { ServiceName } from './service.ts';

/** What a service gave at consent; it is stored sealed and never leaves the server. */
export interface Tokens {
  accessToken: string;
  /** ISO time. */
  expiresAt: string;
  refreshToken?: string;
  /** The scopes really granted. */
  scopes: string[];
}

/** A visitor's link to an account at a service. */
export interface Connection {
  /** 128 random bits; the visitor's cookie holds it and nothing else. */
  id: string;
  service: ServiceName;
  accountId: string;
  displayName?: string;
  /** Absent when they no longer work and only a new consent helps. */
  tokens?: Tokens;
  /** ISO time of the consent. */
  authorisedAt: string;
}

/** How a visitor connects an account at a service (authorization code with PKCE). */
export interface Connector {
  readonly service: ServiceName;
  /** The address of the consent page; `challenge` is the S256 of the verifier kept by us. */
  consentUrl(request: { state: string; challenge: string; redirectUri: string }): string;
  /** Where the consent page lives, for the content security policy. */
  readonly consentOrigin: string;
  exchangeCode(answer: { code: string; verifier: string; redirectUri: string }): Promise<Tokens>;
  refresh(tokens: Tokens): Promise<Tokens>;
  /** Opens an account; `renew` is asked for other tokens when those it has are no longer taken. */
  openAccount(tokens: Tokens, renew: (stale: Tokens) => Promise<Tokens>): PlaylistAccount;
}

export interface ConnectionStore {
  findConnection(id: string): Promise<Connection | undefined>;
  saveConnection(connection: Connection): Promise<void>;
  saveTokens(id: string, tokens: Tokens): Promise<void>;
  /** Forgets the tokens alone, unless the visitor has consented anew meanwhile. */
  dropTokens(connection: Pick<Connection, 'id' | 'authorisedAt'>): Promise<void>;
  /** Forgets the connection with its exports, and the account's playlists unless another connection leads to it. */
  removeConnection(id: string): Promise<void>;
  /** Removes what has not been used since the given ISO time; returns how many. */
  removeUnusedConnections(before: string): Promise<number>;
}
