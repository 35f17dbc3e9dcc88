import manager from 'spotify-web-api-node/src/http-manager.js';
import { describe, expect, it } from 'vitest';
import { openSpotify } from '../../../src/adapters/spotify/spotify.ts';
import { settingsFor } from './open-for-test.ts';

const settings = settingsFor({ url: 'http://127.0.0.1:1' });

describe('opening Spotify', () => {
  it('happens once at a time in a process', () => {
    const first = openSpotify(settings);
    expect(() => openSpotify({ ...settings, service: 'sandbox' })).toThrow('close the first');
    first.close();
    openSpotify(settings).close();
  });

  it('lends the client library our transport and gives its own back', () => {
    const original = manager._makeRequest;
    const spotify = openSpotify(settings);
    expect(manager._makeRequest).not.toBe(original);
    spotify.close();
    expect(manager._makeRequest).toBe(original);
  });
});
