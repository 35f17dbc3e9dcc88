import { findUser, nameOf, type SandboxUser } from '../accounts/users.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Recording } from '../catalog/recording.ts';
import type { Playlist } from '../playlists/playlist.ts';

/** What the front page shows. */
export function homePage(users: readonly SandboxUser[], playlists: Playlist[]) {
  return {
    users: users.map((user) => ({ id: user.id, name: nameOf(user), isRegistered: user.isRegistered })),
    playlists: playlists.map((playlist) => ({
      id: playlist.id,
      name: playlist.name,
      owner: ownerName(playlist),
      count: countTracks(playlist.entries.length),
    })),
  };
}

/** What a playlist's page shows. */
export function playlistPage(playlist: Playlist, catalog: Catalog) {
  const recordings = playlist.entries.map((entry) => catalog.findRecording(entry.trackId));
  return {
    name: playlist.name,
    owner: ownerName(playlist),
    description: playlist.description,
    kind: playlist.isPublic ? 'Public playlist' : 'Private playlist',
    cover: playlist.hasCover ? `cover/${playlist.id}?at=${playlist.revision}` : undefined,
    summary: summarise(recordings.filter((recording) => recording !== undefined)),
    tracks: recordings.map((recording) => (recording === undefined ? undefined : trackLine(recording))),
  };
}

/** What a track's page shows. */
export function trackPage(recording: Recording) {
  return {
    ...trackLine(recording),
    trackNumber: recording.trackNumber,
    released: released(recording),
    isrc: recording.isrc,
    uri: `spotify:track:${recording.id}`,
  };
}

/** What an album's page shows. */
export function albumPage(first: Recording, recordings: Recording[]) {
  return {
    name: first.album,
    artists: first.albumArtists.join(', '),
    released: released(first),
    summary: summarise(recordings),
    tracks: recordings.map((recording) => ({ ...trackLine(recording), number: recording.trackNumber })),
  };
}

function trackLine(recording: Recording) {
  return {
    id: recording.id,
    name: recording.title,
    artists: recording.artists.join(', '),
    albumId: recording.albumId,
    album: recording.album,
    length: formatLength(recording.durationMs),
  };
}

function ownerName(playlist: Playlist): string {
  const owner = findUser(playlist.ownerId);
  return owner === undefined ? playlist.ownerId : nameOf(owner);
}

function summarise(recordings: Recording[]): string {
  const minutes = Math.round(recordings.reduce((sum, { durationMs }) => sum + durationMs, 0) / 60_000);
  return `${countTracks(recordings.length)}, ${minutes} min`;
}

function countTracks(count: number): string {
  return count === 1 ? '1 track' : `${count} tracks`;
}

function released({ releaseDate }: Recording): string | undefined {
  return releaseDate === '0000' ? undefined : releaseDate;
}

/** Minutes and seconds; undefined when the catalog gives no length. */
function formatLength(durationMs: number): string | undefined {
  if (durationMs === 0) return undefined;
  const seconds = Math.round(durationMs / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
