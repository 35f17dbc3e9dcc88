import SpotifyWebApi from 'spotify-web-api-node';
import type { ServiceName } from '../../domain/services/service.ts';
import { hasStatus } from './answer-error.ts';
import { toServiceError } from './to-service-error.ts';
import type { TokenSource } from './token-source.ts';

/** One request through the client library, which is made anew for it and carries the token. */
export type Call<T> = (api: SpotifyWebApi) => Promise<T>;
/** Makes a call with a token that works, and turns its failures into those of the domain. */
export type Ask = <T>(call: Call<T>) => Promise<T>;

export function createAsk(service: ServiceName, tokens: TokenSource): Ask {
  return async (call) => {
    try {
      return await callTwice(call, tokens);
    } catch (error) {
      throw toServiceError(service, error);
    }
  };
}

async function callTwice<T>(call: Call<T>, tokens: TokenSource): Promise<T> {
  const first = await tokens.get();
  try {
    return await call(new SpotifyWebApi({ accessToken: first }));
  } catch (error) {
    if (!hasStatus(error, 401)) throw error;
  }
  const second = await tokens.renew(first);
  try {
    return await call(new SpotifyWebApi({ accessToken: second }));
  } catch (error) {
    throw hasStatus(error, 401) ? tokens.rejected(error) : error;
  }
}
