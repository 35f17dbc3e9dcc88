import { randomUUID } from 'node:crypto';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { z } from 'zod';
import { sandboxId } from '../catalog/sandbox-id.ts';
import type { Playlist, PlaylistEntry } from './playlist.ts';

/** What can be said about a playlist besides its entries. */
export type PlaylistDetails = Pick<Playlist, 'name' | 'description' | 'isPublic' | 'isCollaborative'>;

/** All playlists ever made; none is ever deleted, its owner can only stop following it. */
export interface Playlists {
  createPlaylist(ownerId: string, details: PlaylistDetails): Playlist;
  findPlaylist(id: string): Playlist | undefined;
  /** Newest first. */
  listPlaylists(): Playlist[];
  /** Each save makes a new revision and returns it. */
  saveDetails(playlist: Playlist, details: Partial<PlaylistDetails>): Playlist;
  saveEntries(playlist: Playlist, entries: PlaylistEntry[]): Playlist;
  saveCover(playlist: Playlist, jpeg: Uint8Array): Playlist;
  findCover(id: string): Uint8Array | undefined;
}

const entryList = z.array(z.object({ trackId: z.string(), addedAt: z.string(), addedBy: z.string() }));

const playlistRow = z.object({
  id: z.string(),
  owner_id: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  public: z.number(),
  collaborative: z.number(),
  revision: z.number(),
  entries: z.string().transform((text) => entryList.parse(JSON.parse(text))),
  has_cover: z.number(),
});

const SELECT = `select id, owner_id, name, description, public, collaborative, revision, entries,
  cover is not null as has_cover from playlists`;

export function createPlaylists(database: DatabaseSync): Playlists {
  const find = database.prepare(`${SELECT} where id = ?`);
  const getPlaylist = (id: string): Playlist => {
    const row = find.get(id);
    if (row === undefined) throw new Error(`There is no playlist ${id}`);
    return playlistFromRow(row);
  };
  return {
    createPlaylist(ownerId, details) {
      const id = sandboxId('playlist', randomUUID());
      database
        .prepare(`insert into playlists (id, owner_id, name, description, public, collaborative, revision, entries)
          values (?, ?, ?, ?, ?, ?, 1, '[]')`)
        .run(id, ownerId, ...detailValues(details));
      return getPlaylist(id);
    },
    findPlaylist(id) {
      const row = find.get(id);
      return row === undefined ? undefined : playlistFromRow(row);
    },
    listPlaylists: () => database.prepare(`${SELECT} order by number desc`).all().map(playlistFromRow),
    saveDetails(playlist, details) {
      database
        .prepare(`update playlists set name = ?, description = ?, public = ?, collaborative = ?,
          revision = revision + 1 where id = ?`)
        .run(...detailValues({ ...playlist, ...details }), playlist.id);
      return getPlaylist(playlist.id);
    },
    saveEntries(playlist, entries) {
      database
        .prepare('update playlists set entries = ?, revision = revision + 1 where id = ?')
        .run(JSON.stringify(entries), playlist.id);
      return getPlaylist(playlist.id);
    },
    saveCover(playlist, jpeg) {
      database
        .prepare('update playlists set cover = ?, revision = revision + 1 where id = ?')
        .run(jpeg, playlist.id);
      return getPlaylist(playlist.id);
    },
    findCover(id) {
      const cover = database.prepare('select cover from playlists where id = ?').get(id)?.cover;
      return cover instanceof Uint8Array ? cover : undefined;
    },
  };
}

function detailValues({ name, description, isPublic, isCollaborative }: PlaylistDetails) {
  return [name, description ?? null, Number(isPublic), Number(isCollaborative)] as const;
}

function playlistFromRow(row: Record<string, SQLOutputValue>): Playlist {
  const stored = playlistRow.parse(row);
  return {
    id: stored.id,
    ownerId: stored.owner_id,
    name: stored.name,
    description: stored.description ?? undefined,
    isPublic: stored.public === 1,
    isCollaborative: stored.collaborative === 1,
    revision: stored.revision,
    entries: stored.entries,
    hasCover: stored.has_cover === 1,
  };
}
