import { findUser } from '../accounts/users.ts';
import type { SandboxContext } from '../context.ts';
import { type Playlist, type PlaylistEntry, snapshotId } from '../playlists/playlist.ts';
import { presentUser } from './me.ts';
import { type PageRequest, pageOf } from './page.ts';
import { presentTrack } from './present-track.ts';

/** What anybody may know about a playlist: everything but its contents. */
export function presentMetadata(playlist: Playlist, context: SandboxContext) {
  const { publicUrl } = context;
  const owner = findUser(playlist.ownerId);
  return {
    collaborative: playlist.isCollaborative,
    description: playlist.description === undefined ? null : escapeHtml(playlist.description),
    external_urls: { spotify: `${publicUrl}/playlist/${playlist.id}` },
    href: `${publicUrl}/v1/playlists/${playlist.id}`,
    id: playlist.id,
    images: presentCover(playlist, context),
    name: playlist.name,
    owner: owner === undefined ? null : presentUser(owner, context),
    primary_color: null,
    public: playlist.isPublic,
    snapshot_id: snapshotId(playlist),
    type: 'playlist',
    uri: `spotify:playlist:${playlist.id}`,
  };
}

/** A playlist in a list: only the number of its items and where they are. */
export function presentSimplePlaylist(playlist: Playlist, context: SandboxContext) {
  const metadata = presentMetadata(playlist, context);
  return { ...metadata, items: { href: `${metadata.href}/items`, total: playlist.entries.length } };
}

/** A whole playlist with the first hundred items. */
export function presentPlaylist(playlist: Playlist, context: SandboxContext) {
  return {
    ...presentMetadata(playlist, context),
    items: presentItems(playlist, { limit: 100, offset: 0 }, context),
  };
}

/** A page of a playlist's items. */
export function presentItems(
  playlist: Playlist,
  { limit, offset }: Omit<PageRequest, 'href'>,
  context: SandboxContext,
) {
  const href = `${context.publicUrl}/v1/playlists/${playlist.id}/items`;
  const items = playlist.entries.slice(offset, offset + limit).map((entry) => presentEntry(entry, context));
  return pageOf({ href, limit, offset }, playlist.entries.length, items);
}

export function presentCover(playlist: Playlist, { publicUrl }: SandboxContext) {
  if (!playlist.hasCover) return [];
  return [{ height: null, url: `${publicUrl}/cover/${playlist.id}?at=${playlist.revision}`, width: null }];
}

/** `item` is null when a catalog loaded later no longer has the track, as for one that was withdrawn. */
function presentEntry(entry: PlaylistEntry, context: SandboxContext) {
  const adder = findUser(entry.addedBy);
  const recording = context.catalog.findRecording(entry.trackId);
  return {
    added_at: entry.addedAt,
    added_by: adder === undefined ? null : presentUser(adder, context),
    is_local: false,
    item: recording === undefined ? null : presentTrack(recording, context, true),
  };
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
};

/** Descriptions are read back escaped, whatever was written. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
