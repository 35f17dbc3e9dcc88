import { onTestFinished } from 'vitest';
import { openSpotify, type SpotifyOptions } from '../../../src/adapters/spotify/spotify.ts';
import type { Tokens } from '../../../src/domain/services/connection.ts';
import { type SpotifyServer, startSpotifyServer } from './spotify-server.ts';

export const NOW = new Date('2026-11-21T12:00:00Z');

export const TOKENS: Tokens = {
  accessToken: 'test-access-old',
  expiresAt: '2026-11-21T12:30:00.000Z',
  refreshToken: 'test-refresh-old',
  scopes: ['playlist-modify-public', 'playlist-modify-private', 'playlist-read-private'],
};

/** The id of a recording or playlist in the saved answers. */
export const idOf = (number: number) => `reelnotes${String(number).padStart(13, '0')}`;

/** A stand-in server and the adapter pointed at it, both closed when the test is over; waiting takes no time. */
export async function openForTest(options: Partial<SpotifyOptions> = {}) {
  const server = await startSpotifyServer();
  const waits: number[] = [];
  const spotify = openSpotify({
    ...settingsFor(server),
    wait: async (ms) => void waits.push(ms),
    ...options,
  });
  onTestFinished(async () => {
    spotify.close();
    await server.close();
  });
  const savedTokens: Tokens[] = [];
  const openAccount = (tokens: Tokens = TOKENS) =>
    spotify.connector.openAccount(tokens, async (stale) => {
      const fresh = await spotify.connector.refresh(stale);
      savedTokens.push(fresh);
      return fresh;
    });
  return { server, spotify, waits, savedTokens, openAccount };
}

export function settingsFor(server: Pick<SpotifyServer, 'url'>): SpotifyOptions {
  return {
    service: 'spotify',
    clientId: 'test-client',
    clientSecret: 'test-client-secret',
    apiUrl: server.url,
    accountsUrl: server.url,
    authorizeUrl: 'https://accounts.spotify.com/authorize',
    market: 'US',
    clock: () => NOW,
  };
}
