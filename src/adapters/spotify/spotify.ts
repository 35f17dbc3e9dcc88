import { setTimeout as sleep } from 'node:timers/promises';
import type { Catalog } from '../../domain/services/catalog.ts';
import type { Connector } from '../../domain/services/connection.ts';
import { ServiceUnavailableError } from '../../domain/services/service-errors.ts';
import { createAsk } from './ask.ts';
import { createCatalog } from './catalog.ts';
import { createConnector } from './connector.ts';
import { createGrants } from './grants.ts';
import { createPace, type Wait } from './pace.ts';
import { createTokenSource } from './token-source.ts';
import { installTransport } from './transport.ts';

export interface SpotifyOptions {
  /** The name stored with everything; `sandbox` when the addresses are those of the sandbox. */
  service: 'spotify' | 'sandbox';
  clientId: string;
  clientSecret: string;
  /** Without the `/v1`. */
  apiUrl: string;
  /** Where the server posts `/api/token`. */
  accountsUrl: string;
  /** Where the browser goes for the consent. */
  authorizeUrl: string;
  /** ISO 3166-1 alpha-2. */
  market: string;
  /** Absent: no limit. */
  requestsPerSecond?: number;
  /** For one answer; 10,000 when absent. */
  timeoutMs?: number;
  clock?: () => Date;
  /** How to let milliseconds pass. */
  wait?: Wait;
}

export interface Spotify {
  catalog: Catalog;
  connector: Connector;
  /** Gives the client library its own transport back. */
  close(): void;
}

/** Opens Spotify, or the sandbox that speaks like it; one at a time in a process. */
export function openSpotify(options: SpotifyOptions): Spotify {
  const { service, clock = () => new Date(), wait = sleep } = options;
  const close = installTransport({
    apiUrl: options.apiUrl,
    accountsUrl: options.accountsUrl,
    timeoutMs: options.timeoutMs ?? 10_000,
    pace: createPace(options.requestsPerSecond, wait),
    wait,
  });
  const grants = createGrants({ ...options, clock });
  const appTokens = createTokenSource({
    fetchNew: grants.grantToApp,
    rejected: (cause) =>
      new ServiceUnavailableError(service, 'does not accept the token it gave us', { cause }),
    clock,
  });
  return {
    catalog: createCatalog(service, options.market, createAsk(service, appTokens)),
    connector: createConnector({ ...options, grants, clock, wait }),
    close,
  };
}
