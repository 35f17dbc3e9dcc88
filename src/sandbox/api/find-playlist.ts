import { requireScope, userOf } from '../accounts/caller.ts';
import type { Scope } from '../accounts/scopes.ts';
import type { Playlist } from '../playlists/playlist.ts';
import { ApiRefusalError } from '../refusals.ts';
import type { ApiCall } from './call.ts';
import { readParam } from './parse-request.ts';

/** The playlist named in the path, whoever owns it. */
export function getPlaylist({ request, context }: ApiCall): Playlist {
  const playlist = context.playlists.findPlaylist(readParam(request, 'id'));
  if (playlist === undefined) throw new ApiRefusalError(404, 'Resource not found');
  return playlist;
}

/** The playlist named in the path, if the caller owns it. */
export function getOwnPlaylist(call: ApiCall): Playlist {
  const user = userOf(call.caller);
  const playlist = getPlaylist(call);
  if (playlist.ownerId !== user.id) throw new ApiRefusalError(403, 'Forbidden');
  return playlist;
}

/** The playlist named in the path, if the caller owns it and may write to such playlists. */
export function getWritablePlaylist(call: ApiCall): Playlist {
  const playlist = getOwnPlaylist(call);
  requireScope(call.caller, modifyScope(playlist.isPublic));
  return playlist;
}

export function modifyScope(isPublic: boolean): Scope {
  return isPublic ? 'playlist-modify-public' : 'playlist-modify-private';
}
