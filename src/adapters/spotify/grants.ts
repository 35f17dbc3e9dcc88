import SpotifyWebApi from 'spotify-web-api-node';
import authentication from 'spotify-web-api-node/src/authentication-request.js';
import manager from 'spotify-web-api-node/src/http-manager.js';
import type { Connector, Tokens } from '../../domain/services/connection.ts';
import type { ServiceName } from '../../domain/services/service.ts';
import { ConnectionExpiredError } from '../../domain/services/service-errors.ts';
import { readShape, TokenShape } from './shapes.ts';

/** Playlists are made and filled as the visitor wishes, public or not, and reading a private one back is a right of its own. */
export const SCOPES = ['playlist-modify-public', 'playlist-modify-private', 'playlist-read-private'];

/** The three ways to tokens. Failures are those of the transport, not yet of the domain. */
export interface Grants {
  grantToApp(): Promise<Tokens>;
  exchangeCode: Connector['exchangeCode'];
  refresh: Connector['refresh'];
}

interface Client {
  service: ServiceName;
  clientId: string;
  clientSecret: string;
  clock: () => Date;
}

export function createGrants(client: Client): Grants {
  const { service, clientId, clientSecret } = client;
  return {
    async grantToApp() {
      const { body } = await new SpotifyWebApi({ clientId, clientSecret }).clientCredentialsGrant();
      return readTokens(client, body, { scopes: [] });
    },
    async exchangeCode(answer) {
      const { body } = await requestExchange(client, answer);
      return readTokens(client, body, { scopes: SCOPES });
    },
    async refresh(old) {
      const { refreshToken } = old;
      if (refreshToken === undefined) throw new ConnectionExpiredError(service);
      const { body } = await new SpotifyWebApi({ clientId, clientSecret, refreshToken }).refreshAccessToken();
      return readTokens(client, body, old);
    },
  };
}

/** The library's own exchange knows no `code_verifier`; this is its request with one. */
function requestExchange(
  { clientId, clientSecret }: Client,
  { code, verifier, redirectUri }: Parameters<Connector['exchangeCode']>[0],
) {
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  return authentication
    .builder()
    .withPath('/api/token')
    .withHeaders({
      Authorization: `Basic ${basic}`,
      'Content-Type': 'application/x-www-form-urlencoded',
    })
    .withBodyParameters({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
    })
    .build()
    .execute(manager.post);
}

/** The tokens of an answer; what it leaves out stays as it was. */
function readTokens(
  { service, clock }: Client,
  body: unknown,
  old: Pick<Tokens, 'refreshToken' | 'scopes'>,
): Tokens {
  const answer = readShape(service, TokenShape, body);
  return {
    accessToken: answer.access_token,
    expiresAt: new Date(clock().getTime() + answer.expires_in * 1000).toISOString(),
    refreshToken: answer.refresh_token ?? old.refreshToken,
    scopes: answer.scope?.split(' ').filter(Boolean) ?? old.scopes,
  };
}
