import { z } from 'zod';
import { requireScope } from '../accounts/caller.ts';
import { insertEntries, moveEntries } from '../playlists/edit-entries.ts';
import { isSnapshotOf, type Playlist, type PlaylistEntry, snapshotId } from '../playlists/playlist.ts';
import { ApiRefusalError } from '../refusals.ts';
import type { ApiAnswer, ApiCall } from './call.ts';
import { getOwnPlaylist, getWritablePlaylist } from './find-playlist.ts';
import { limitUpTo, market, offsetUpTo, readBody, readJson, readQuery } from './parse-request.ts';
import { presentItems } from './present-playlist.ts';

/** What one request may carry. */
const MOST_ITEMS = 100;
const tooMany = { error: `You can add a maximum of ${MOST_ITEMS} tracks per request.` };

const nothing = z.strictObject({});
const uris = z.array(z.string(), { error: 'No uris provided' }).max(MOST_ITEMS, tooMany);
const place = z.number().int().nonnegative();

const addition = z.strictObject({
  uris: uris.min(1, { error: 'No uris provided' }),
  position: place.optional(),
});
const replacement = z.strictObject({ uris });
const move = z.strictObject({
  range_start: place,
  insert_before: place,
  range_length: z.number().int().positive().default(1),
  snapshot_id: z.string().optional(),
});
const removal = z.strictObject({
  items: z
    .array(z.strictObject({ uri: z.string() }), { error: 'No uris provided' })
    .min(1, { error: 'No uris provided' })
    .max(MOST_ITEMS, tooMany),
  snapshot_id: z.string().optional(),
});

/** `GET /playlists/:id/items`, for the owner alone. */
export function listItems(call: ApiCall): ApiAnswer {
  const page = readQuery(
    call.request,
    z.strictObject({ market, limit: limitUpTo(50, 20), offset: offsetUpTo(100_000) }),
  );
  const playlist = getOwnPlaylist(call);
  requireScope(call.caller, 'playlist-read-private');
  return { status: 200, body: presentItems(playlist, page, call.context) };
}

/** `POST /playlists/:id/items`: at `position`, or at the end. */
export function addItems(call: ApiCall): ApiAnswer {
  const playlist = getPlaylistToEdit(call);
  const { uris, position } = readBody(call.request, addition);
  if (position !== undefined && position > playlist.entries.length) {
    throw new ApiRefusalError(400, 'Index out of bounds');
  }
  const entries = insertEntries(playlist.entries, newEntries(uris, playlist, call), position);
  return { status: 201, body: save(playlist, entries, call) };
}

/** `PUT /playlists/:id/items`: replaces everything (`uris`) or moves a few (`range_start`), never both. */
export function replaceOrMoveItems(call: ApiCall): ApiAnswer {
  const playlist = getPlaylistToEdit(call);
  const body = readBody(call.request, z.looseObject({}));
  if ('uris' in body && ('range_start' in body || 'insert_before' in body)) {
    throw new ApiRefusalError(400, 'Give either "uris" to replace or "range_start" to reorder, not both');
  }
  const entries = 'range_start' in body ? movedEntries(playlist, call) : replacedEntries(playlist, call);
  return { status: 200, body: save(playlist, entries, call) };
}

/** `DELETE /playlists/:id/items`: every occurrence of each uri goes. The old key `tracks` is not read. */
export function removeItems(call: ApiCall): ApiAnswer {
  const playlist = getPlaylistToEdit(call);
  const given = readJson(call.request);
  if (typeof given === 'object' && given !== null && !('items' in given)) {
    throw new ApiRefusalError(400, 'No uris provided');
  }
  const { items, snapshot_id } = readBody(call.request, removal);
  checkSnapshot(playlist, snapshot_id);
  const removed = new Set(items.map(({ uri }) => trackIdOf(uri)));
  const entries = playlist.entries.filter((entry) => !removed.has(entry.trackId));
  return { status: 200, body: save(playlist, entries, call) };
}

/** Uris in the query would make the real service ignore the body, so nothing may stand there. */
function getPlaylistToEdit(call: ApiCall): Playlist {
  readQuery(call.request, nothing);
  return getWritablePlaylist(call);
}

function replacedEntries(playlist: Playlist, call: ApiCall): PlaylistEntry[] {
  return newEntries(readBody(call.request, replacement).uris, playlist, call);
}

function movedEntries({ entries, ...playlist }: Playlist, call: ApiCall): PlaylistEntry[] {
  const body = readBody(call.request, move);
  checkSnapshot({ entries, ...playlist }, body.snapshot_id);
  const { range_start: start, range_length: length, insert_before: before } = body;
  if (start + length > entries.length || before > entries.length) {
    throw new ApiRefusalError(400, 'Index out of bounds');
  }
  return moveEntries(entries, { start, length, before });
}

/** A change made against an earlier snapshot is applied to the playlist as it is now. */
function checkSnapshot(playlist: Playlist, snapshot: string | undefined): void {
  if (snapshot !== undefined && !isSnapshotOf(playlist, snapshot)) {
    throw new ApiRefusalError(400, 'Invalid snapshot_id');
  }
}

function newEntries(uris: string[], playlist: Playlist, { context }: ApiCall): PlaylistEntry[] {
  return uris.map((uri) => {
    const trackId = trackIdOf(uri);
    if (context.catalog.findRecording(trackId) === undefined) {
      throw new ApiRefusalError(400, `Payload contains a non-existing ID: ${uri}`);
    }
    return { trackId, addedAt: context.clock().toISOString(), addedBy: playlist.ownerId };
  });
}

function trackIdOf(uri: string): string {
  const [, id] = /^spotify:track:([0-9A-Za-z]{22})$/.exec(uri) ?? [];
  if (id === undefined) throw new ApiRefusalError(400, `Invalid track uri: ${uri}`);
  return id;
}

function save(playlist: Playlist, entries: PlaylistEntry[], { context }: ApiCall) {
  return { snapshot_id: snapshotId(context.playlists.saveEntries(playlist, entries)) };
}
