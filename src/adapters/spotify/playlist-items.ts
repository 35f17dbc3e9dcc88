import type SpotifyWebApi from 'spotify-web-api-node';
import manager from 'spotify-web-api-node/src/http-manager.js';
import requests from 'spotify-web-api-node/src/webapi-request.js';

/** The most that one request may carry. */
export const ITEMS_PER_PAGE = 50;
export const ITEMS_PER_ADDITION = 100;

/** `GET /playlists/{id}/items`, which the library lacks, with its own parts. No market: a twin's id would come back. */
export function getPlaylistItems(api: SpotifyWebApi, playlistId: string, offset: number) {
  return itemsRequest(api, playlistId)
    .withQueryParameters({ limit: ITEMS_PER_PAGE, offset })
    .build()
    .execute(manager.get);
}

/** `POST /playlists/{id}/items`: adds at the end. In the body, since an address has no room for so many. */
export function addPlaylistItems(api: SpotifyWebApi, playlistId: string, recordingIds: string[]) {
  return itemsRequest(api, playlistId)
    .withHeaders({ 'Content-Type': 'application/json' })
    .withBodyParameters({ uris: recordingIds.map((id) => `spotify:track:${id}`) })
    .build()
    .execute(manager.post);
}

function itemsRequest(api: SpotifyWebApi, playlistId: string) {
  return requests.builder(api.getAccessToken()).withPath(`/v1/playlists/${playlistId}/items`);
}
