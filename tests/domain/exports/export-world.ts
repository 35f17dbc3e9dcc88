import type { Export, ExportedPlaylist, ExportStore } from '../../../src/domain/exports/export.ts';
import type { Playlist, PlaylistAccount } from '../../../src/domain/services/playlist-account.ts';
import { guideOf, matchOf } from '../../support/small-guide.ts';

export const guide = guideOf({
  id: 'night-bus',
  film: { title: 'Night Bus', year: 1999 },
  tracks: ['rain', 'fog', 'wind', 'snow'].map((id, i) => ({
    id,
    title: id,
    kind: 'song',
    cues: [{ id: `${id}-cue`, order: 4 - i }],
  })),
});
export const found = (track: string) =>
  matchOf({ guide: 'night-bus', track, service: 'sandbox', grade: 'same', recordingId: `id-${track}` });
export const matches = [
  found('rain'),
  found('fog'),
  matchOf({ guide: 'night-bus', track: 'wind', service: 'sandbox', grade: 'unavailable' }),
];

/** An account in memory that writes down its playlists and what is written, and fails where it is told to. */
export function accountOf(
  failures: Partial<Record<keyof PlaylistAccount, Error>> = {},
  refusedIds: string[] = [],
  events: string[] = [],
) {
  const playlists = new Map<string, Playlist & { description: string; items: string[] }>();
  const check = (call: keyof PlaylistAccount) => {
    const failure = failures[call];
    if (failure) throw failure;
  };
  const itemsOf = (id: string) => {
    const playlist = playlists.get(id);
    if (!playlist) throw new Error(`no playlist ${id}`);
    return playlist.items;
  };
  const account: PlaylistAccount = {
    service: 'sandbox',
    async getOwner() {
      check('getOwner');
      return { accountId: 'ann' };
    },
    async createPlaylist({ name, description }) {
      check('createPlaylist');
      events.push('createPlaylist');
      const id = `p${playlists.size + 1}`;
      const playlist = { id, name, description, url: `https://example.org/${id}`, items: [] };
      playlists.set(id, playlist);
      return playlist;
    },
    async findPlaylist(id) {
      check('findPlaylist');
      return playlists.get(id);
    },
    async listPlaylists() {
      return [...playlists.values()];
    },
    async readItems(id) {
      check('readItems');
      return [...itemsOf(id)];
    },
    async addItems(id, recordingIds) {
      check('addItems');
      events.push('addItems');
      itemsOf(id).push(...recordingIds.filter((recordingId) => !refusedIds.includes(recordingId)));
    },
  };
  return { account, playlists, failures };
}

/** Exports and playlists in memory, every save of them kept. */
export function storeOf(events: string[] = []) {
  const saved: Export[] = [];
  const known: ExportedPlaylist[] = [];
  const exports: ExportStore = {
    async findExport(id) {
      return saved.findLast((made) => made.id === id);
    },
    async saveExport(made) {
      saved.push(made);
      events.push(`save ${made.state}`);
    },
    async findExportedPlaylist(service, accountId, slug) {
      return known.findLast(
        (one) => one.service === service && one.accountId === accountId && one.guide === slug,
      );
    },
    async saveExportedPlaylist(playlist) {
      known.push(playlist);
      events.push('savePlaylist');
    },
  };
  return { exports, saved, known };
}

export const waiting: Export = {
  id: 'e1',
  guide: 'night-bus',
  connection: 'c1',
  service: 'sandbox',
  order: 'film',
  state: 'waiting',
  trackCount: 0,
  carried: 0,
  added: 0,
  leftOut: [],
  isUpdate: false,
  createdAt: '2026-05-01T11:59:00.000Z',
  updatedAt: '2026-05-01T11:59:00.000Z',
};
export const clock = () => new Date('2026-05-01T12:00:00Z');
