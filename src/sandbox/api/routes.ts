import type { ApiHandler } from './call.ts';
import { listImages, uploadCover } from './images.ts';
import { checkLibrary, removeFromLibrary, saveToLibrary } from './library.ts';
import { showMe } from './me.ts';
import { addItems, listItems, removeItems, replaceOrMoveItems } from './playlist-items.ts';
import { changePlaylist, createPlaylist, listMyPlaylists, showPlaylist } from './playlists.ts';
import { searchTracks } from './search.ts';
import { listAlbumTracks, showAlbum, showTrack } from './tracks.ts';

export type Method = 'get' | 'post' | 'put' | 'delete';

/** The URL table of the Web API, below `/v1`. */
export const API_ROUTES: Record<string, Partial<Record<Method, ApiHandler>>> = {
  '/search': { get: searchTracks },
  '/tracks/:id': { get: showTrack },
  '/albums/:id': { get: showAlbum },
  '/albums/:id/tracks': { get: listAlbumTracks },
  '/me': { get: showMe },
  '/me/playlists': { get: listMyPlaylists, post: createPlaylist },
  '/me/library': { put: saveToLibrary, delete: removeFromLibrary },
  '/me/library/contains': { get: checkLibrary },
  '/playlists/:id': { get: showPlaylist, put: changePlaylist },
  '/playlists/:id/items': { get: listItems, post: addItems, put: replaceOrMoveItems, delete: removeItems },
  '/playlists/:id/images': { get: listImages, put: uploadCover },
};
