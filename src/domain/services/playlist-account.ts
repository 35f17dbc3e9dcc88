import type { ServiceName } from './service.ts';

export interface AccountOwner {
  /** Never changes, unlike a user name. */
  accountId: string;
  displayName?: string;
}

export interface Playlist {
  id: string;
  name: string;
  /** Where a browser opens it. */
  url: string;
}

/** One account at a service, opened with a connection's tokens. Calls throw the errors of `service-errors.ts`. */
export interface PlaylistAccount {
  readonly service: ServiceName;
  getOwner(): Promise<AccountOwner>;
  createPlaylist(details: { name: string; description: string; isPublic: boolean }): Promise<Playlist>;
  /** Undefined when it is gone, is no longer this account's, or its owner has deleted it. */
  findPlaylist(id: string): Promise<Playlist | undefined>;
  listPlaylists(): Promise<Playlist[]>;
  /** The ids of the recordings in it, in order; entries that are no recordings are left out. */
  readItems(playlistId: string): Promise<string[]>;
  /** Adds recordings at the end, in order. */
  addItems(playlistId: string, recordingIds: string[]): Promise<void>;
}
