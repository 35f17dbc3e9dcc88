import type { LeftOut } from '../playlists/left-out.ts';
import type { PlaylistOrder } from '../playlists/order.ts';
import type { ServiceName } from '../services/service.ts';

/** A guide's playlist in a visitor's account: one press, from the wish to the result. */
export interface Export {
  /** 128 random bits. */
  id: string;
  guide: string;
  connection: string;
  service: ServiceName;
  order: PlaylistOrder;
  state: 'waiting' | 'running' | 'done' | 'failed';
  /** How many tracks the guide has. */
  trackCount: number;
  /** How many of them the playlist holds afterwards. */
  carried: number;
  added: number;
  leftOut: LeftOut[];
  playlistId?: string;
  playlistUrl?: string;
  playlistName?: string;
  /** True when an earlier press had made the playlist. */
  isUpdate: boolean;
  /** A sentence for the visitor when it failed. */
  failure?: string;
  /** ISO times. */
  createdAt: string;
  updatedAt: string;
}

/** An export that nobody has worked on for so long was broken off: its process has died. */
const BROKEN_OFF_MILLISECONDS = 5 * 60_000;

export function hasEnded({ state }: Pick<Export, 'state'>): boolean {
  return state === 'done' || state === 'failed';
}

export function isBrokenOff(made: Export, now: Date): boolean {
  return !hasEnded(made) && now.getTime() - Date.parse(made.updatedAt) > BROKEN_OFF_MILLISECONDS;
}

/** The playlist that presses for one account and guide keep filling. */
export interface ExportedPlaylist {
  service: ServiceName;
  accountId: string;
  guide: string;
  playlistId: string;
}

export interface ExportStore {
  findExport(id: string): Promise<Export | undefined>;
  saveExport(made: Export): Promise<void>;
  findExportedPlaylist(
    service: ServiceName,
    accountId: string,
    guide: string,
  ): Promise<ExportedPlaylist | undefined>;
  saveExportedPlaylist(playlist: ExportedPlaylist): Promise<void>;
}
