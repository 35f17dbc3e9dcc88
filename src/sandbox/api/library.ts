import { z } from 'zod';
import { requireScope, userOf } from '../accounts/caller.ts';
import type { Scope } from '../accounts/scopes.ts';
import { findUser } from '../accounts/users.ts';
import type { SandboxContext } from '../context.ts';
import { ApiRefusalError } from '../refusals.ts';
import type { ApiAnswer, ApiCall } from './call.ts';
import { modifyScope } from './find-playlist.ts';
import { readQuery } from './parse-request.ts';

/** What one request may name. */
const MOST_URIS = 40;

const query = z.strictObject({
  uris: z
    .string({ error: 'Missing required query parameter: uris' })
    .transform((text) => text.split(','))
    .refine((uris) => uris.length <= MOST_URIS, { error: `A maximum of ${MOST_URIS} uris per request` }),
});

/** A thing in a library, as its uri names it. */
interface LibraryItem {
  uri: string;
  kind: string;
  id: string;
}

/** `PUT /me/library`: saves tracks and albums, follows playlists and users. */
export function saveToLibrary({ request, caller, context }: ApiCall): ApiAnswer {
  const items = readItems(readQuery(request, query).uris);
  const user = userOf(caller);
  for (const item of items) {
    requireScope(caller, writeScope(item, context));
    if (!exists(item, context)) throw new ApiRefusalError(404, `Resource not found: ${item.uri}`);
  }
  for (const item of items) context.library.saveUri(user.id, item.uri);
  return { status: 200 };
}

/** `DELETE /me/library`: also how an owner lets go of a playlist, which can still be opened by its link. */
export function removeFromLibrary({ request, caller, context }: ApiCall): ApiAnswer {
  const items = readItems(readQuery(request, query).uris);
  const user = userOf(caller);
  for (const item of items) requireScope(caller, writeScope(item, context));
  for (const item of items) context.library.removeUri(user.id, item.uri);
  return { status: 200 };
}

/** `GET /me/library/contains`: a yes or no for each uri, in order. */
export function checkLibrary({ request, caller, context }: ApiCall): ApiAnswer {
  const items = readItems(readQuery(request, query).uris);
  const user = userOf(caller);
  for (const item of items) requireScope(caller, readScope(item));
  return { status: 200, body: items.map((item) => context.library.hasUri(user.id, item.uri)) };
}

function readItems(uris: string[]): LibraryItem[] {
  return uris.map((uri) => {
    const [, kind, id] = /^spotify:(track|album|playlist|user):([\w-]+)$/.exec(uri) ?? [];
    if (kind === undefined || id === undefined)
      throw new ApiRefusalError(400, `Invalid or unsupported uri: ${uri}`);
    return { uri, kind, id };
  });
}

function writeScope({ kind, id }: LibraryItem, { playlists }: SandboxContext): Scope {
  if (kind === 'playlist') return modifyScope(playlists.findPlaylist(id)?.isPublic ?? true);
  return kind === 'user' ? 'user-follow-modify' : 'user-library-modify';
}

function readScope({ kind }: LibraryItem): Scope {
  if (kind === 'playlist') return 'playlist-read-private';
  return kind === 'user' ? 'user-follow-read' : 'user-library-read';
}

function exists({ kind, id }: LibraryItem, { catalog, playlists }: SandboxContext): boolean {
  if (kind === 'track') return catalog.findRecording(id) !== undefined;
  if (kind === 'album') return catalog.countAlbum(id) > 0;
  if (kind === 'playlist') return playlists.findPlaylist(id) !== undefined;
  return findUser(id) !== undefined;
}
