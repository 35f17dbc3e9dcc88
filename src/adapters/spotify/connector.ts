import type { Connector } from '../../domain/services/connection.ts';
import type { ServiceName } from '../../domain/services/service.ts';
import { ConnectionExpiredError } from '../../domain/services/service-errors.ts';
import { createAsk } from './ask.ts';
import { type Grants, SCOPES } from './grants.ts';
import type { Wait } from './pace.ts';
import { createPlaylistAccount } from './playlist-account.ts';
import { toServiceError } from './to-service-error.ts';
import { createTokenSource } from './token-source.ts';

export interface ConnectorOptions {
  service: ServiceName;
  clientId: string;
  authorizeUrl: string;
  grants: Grants;
  clock: () => Date;
  wait: Wait;
}

export function createConnector(options: ConnectorOptions): Connector {
  const { service, grants } = options;
  return {
    service,
    consentOrigin: new URL(options.authorizeUrl).origin,
    consentUrl: (request) => writeConsentUrl(options, request),
    exchangeCode: (answer) => inDomainTerms(service, grants.exchangeCode(answer)),
    refresh: (tokens) => inDomainTerms(service, grants.refresh(tokens)),
    openAccount(tokens, renew) {
      const source = createTokenSource({
        initial: tokens,
        fetchNew: (stale = tokens) => renew(stale),
        rejected: (cause) => new ConnectionExpiredError(service, { cause }),
        clock: options.clock,
      });
      return createPlaylistAccount(service, createAsk(service, source), options.wait);
    },
  };
}

/** Ours, since the library's knows no challenge and leaves the redirect address as it is. */
function writeConsentUrl(
  { authorizeUrl, clientId }: ConnectorOptions,
  { state, challenge, redirectUri }: Parameters<Connector['consentUrl']>[0],
): string {
  const url = new URL(authorizeUrl);
  url.search = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: SCOPES.join(' '),
    state,
    code_challenge_method: 'S256',
    code_challenge: challenge,
  }).toString();
  return url.href;
}

async function inDomainTerms<T>(service: ServiceName, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw toServiceError(service, error);
  }
}
