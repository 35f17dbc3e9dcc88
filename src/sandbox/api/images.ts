import { z } from 'zod';
import { bodyText } from '../read-form.ts';
import { ApiRefusalError } from '../refusals.ts';
import type { ApiAnswer, ApiCall } from './call.ts';
import { getPlaylist, getWritablePlaylist } from './find-playlist.ts';
import { readQuery } from './parse-request.ts';
import { presentCover } from './present-playlist.ts';

/** The most a cover may have as base64, in bytes. */
const LARGEST_COVER = 256 * 1024;

/** `GET /playlists/:id/images` */
export function listImages(call: ApiCall): ApiAnswer {
  readQuery(call.request, z.strictObject({}));
  return { status: 200, body: presentCover(getPlaylist(call), call.context) };
}

/** `PUT /playlists/:id/images`: the body is a JPEG as bare base64 text. */
export function uploadCover(call: ApiCall): ApiAnswer {
  readQuery(call.request, z.strictObject({}));
  requireImageScope(call);
  const playlist = getWritablePlaylist(call);
  call.context.playlists.saveCover(playlist, readJpeg(call));
  return { status: 202 };
}

/** Alone among the permissions, the one for covers is missed with a 401. */
function requireImageScope({ caller }: ApiCall): void {
  if (!caller.scopes.includes('ugc-image-upload')) throw new ApiRefusalError(401, 'Unauthorized.');
}

function readJpeg({ request }: ApiCall): Uint8Array {
  if (!request.is('image/jpeg')) {
    const given = request.get('Content-Type') ?? 'none';
    throw new ApiRefusalError(400, `Content-Type must be image/jpeg, not ${given}`);
  }
  const text = bodyText(request);
  if (Buffer.byteLength(text) > LARGEST_COVER) throw new ApiRefusalError(413, 'Payload too large');
  if (text.startsWith('data:'))
    throw new ApiRefusalError(400, 'The image must be bare base64, without "data:"');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) throw new ApiRefusalError(400, 'The image is not base64');
  const jpeg = Buffer.from(text, 'base64');
  const isJpeg = jpeg[0] === 0xff && jpeg[1] === 0xd8 && jpeg[2] === 0xff;
  if (!isJpeg) throw new ApiRefusalError(400, 'The image is not a JPEG');
  return jpeg;
}
