import { createHash } from 'node:crypto';

/** One place on a playlist. `addedAt` is ISO text. */
export interface PlaylistEntry {
  trackId: string;
  addedAt: string;
  addedBy: string;
}

export interface Playlist {
  id: string;
  ownerId: string;
  name: string;
  description: string | undefined;
  /** Whether it is shown on the owner's profile; anybody with the link can open it all the same. */
  isPublic: boolean;
  isCollaborative: boolean;
  /** Raised by every change. */
  revision: number;
  entries: PlaylistEntry[];
  hasCover: boolean;
}

/** The name of a playlist's present state; another one after every change. */
export function snapshotId(playlist: { id: string; revision: number }): string {
  return snapshotOf(playlist.id, playlist.revision);
}

/** Whether a snapshot is the playlist's present state or an earlier one. */
export function isSnapshotOf(playlist: Playlist, snapshot: string): boolean {
  const [revision = ''] = Buffer.from(snapshot, 'base64').toString('utf8').split(',');
  return Number(revision) <= playlist.revision && snapshotOf(playlist.id, Number(revision)) === snapshot;
}

function snapshotOf(playlistId: string, revision: number): string {
  const hash = createHash('sha256').update(`${playlistId} ${revision}`).digest('hex').slice(0, 40);
  return Buffer.from(`${revision},${hash}`).toString('base64');
}
