import { z } from 'zod';
import { requireScope, userOf } from '../accounts/caller.ts';
import { ApiRefusalError } from '../refusals.ts';
import type { ApiAnswer, ApiCall } from './call.ts';
import { getPlaylist, getWritablePlaylist, modifyScope } from './find-playlist.ts';
import { pageOf } from './page.ts';
import { limitUpTo, market, offsetUpTo, readBody, readQuery } from './parse-request.ts';
import { presentMetadata, presentPlaylist, presentSimplePlaylist } from './present-playlist.ts';

const nothing = z.strictObject({});

const name = z
  .string()
  .refine((text) => text.trim() !== '', { error: 'Missing required field: name' })
  .refine((text) => [...text].length <= 100, { error: 'Playlist name is too long: at most 100 characters' });

const description = z
  .string()
  .min(1, { error: 'Attribute description is empty' })
  .refine((text) => !/[\r\n]/.test(text), { error: 'Attribute description must not contain line breaks' })
  .refine((text) => [...text].length <= 300, {
    error: 'Attribute description is too long: at most 300 characters',
  });

const newPlaylist = z.strictObject({
  name,
  description: description.optional(),
  public: z.boolean().default(true),
  collaborative: z.boolean().default(false),
});

const changedDetails = z
  .strictObject({
    name: name.optional(),
    description: description.optional(),
    public: z.boolean().optional(),
    collaborative: z.boolean().optional(),
  })
  .refine((fields) => Object.keys(fields).length > 0, { error: 'No fields to change' });

/** `GET /me/playlists`: what the caller made or follows; private ones only with the permission to see them. */
export function listMyPlaylists({ request, caller, context }: ApiCall): ApiAnswer {
  const { limit, offset } = readQuery(
    request,
    z.strictObject({ limit: limitUpTo(50, 20), offset: offsetUpTo(100_000) }),
  );
  const user = userOf(caller);
  const seesPrivate = caller.scopes.includes('playlist-read-private');
  const followed = context.playlists
    .listPlaylists()
    .filter((playlist) => context.library.hasUri(user.id, `spotify:playlist:${playlist.id}`))
    .filter((playlist) => playlist.isPublic || seesPrivate);
  const items = followed
    .slice(offset, offset + limit)
    .map((playlist) => presentSimplePlaylist(playlist, context));
  const href = `${context.publicUrl}/v1/me/playlists`;
  return { status: 200, body: pageOf({ href, limit, offset }, followed.length, items) };
}

/** `POST /me/playlists` */
export function createPlaylist({ request, caller, context }: ApiCall): ApiAnswer {
  readQuery(request, nothing);
  const user = userOf(caller);
  const body = readBody(request, newPlaylist);
  requireScope(caller, modifyScope(body.public));
  refusePublicTogether(body.public, body.collaborative);
  const playlist = context.playlists.createPlaylist(user.id, {
    name: body.name,
    description: body.description,
    isPublic: body.public,
    isCollaborative: body.collaborative,
  });
  context.library.saveUri(user.id, `spotify:playlist:${playlist.id}`);
  return { status: 201, body: presentPlaylist(playlist, context) };
}

/** `GET /playlists/:id`: the owner sees the contents, anybody else only what it is. */
export function showPlaylist(call: ApiCall): ApiAnswer {
  readQuery(call.request, z.strictObject({ market }));
  const playlist = getPlaylist(call);
  const { user, scopes } = call.caller;
  const seesContents =
    playlist.ownerId === user?.id && (playlist.isPublic || scopes.includes('playlist-read-private'));
  const body = seesContents
    ? presentPlaylist(playlist, call.context)
    : presentMetadata(playlist, call.context);
  return { status: 200, body };
}

/** `PUT /playlists/:id` */
export function changePlaylist(call: ApiCall): ApiAnswer {
  readQuery(call.request, nothing);
  const playlist = getWritablePlaylist(call);
  const body = readBody(call.request, changedDetails);
  const isPublic = body.public ?? playlist.isPublic;
  const isCollaborative = body.collaborative ?? playlist.isCollaborative;
  requireScope(call.caller, modifyScope(isPublic));
  refusePublicTogether(isPublic, isCollaborative);
  call.context.playlists.saveDetails(playlist, {
    name: body.name ?? playlist.name,
    description: body.description ?? playlist.description,
    isPublic,
    isCollaborative,
  });
  return { status: 200 };
}

function refusePublicTogether(isPublic: boolean, isCollaborative: boolean): void {
  if (isPublic && isCollaborative) {
    throw new ApiRefusalError(400, 'Collaborative playlists can only be private.');
  }
}
