import type { PlaylistEntry } from '../../domain/playlists/playlist.ts';

/** Whether an importer could find a track: it looks for title and performer, or for the ISRC. */
export function isImportable({ track }: PlaylistEntry): boolean {
  return track.performers.length > 0 || track.isrc !== undefined;
}
