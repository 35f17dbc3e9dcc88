import type SpotifyWebApi from 'spotify-web-api-node';
import manager from 'spotify-web-api-node/src/http-manager.js';
import requests from 'spotify-web-api-node/src/webapi-request.js';

/** `GET /me/library/contains`, which the client library lacks: a list with one yes or no. */
export function checkFollowed(api: SpotifyWebApi, playlistId: string) {
  return requests
    .builder(api.getAccessToken())
    .withPath('/v1/me/library/contains')
    .withQueryParameters({ uris: `spotify:playlist:${playlistId}` })
    .build()
    .execute(manager.get);
}
