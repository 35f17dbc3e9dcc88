import { z } from 'zod';
import type { Recording } from '../catalog/recording.ts';
import type { SandboxContext } from '../context.ts';
import { ApiRefusalError } from '../refusals.ts';
import type { ApiAnswer, ApiCall } from './call.ts';
import { type PageRequest, pageOf } from './page.ts';
import { limitUpTo, market, offsetUpTo, readParam, readQuery } from './parse-request.ts';
import { presentSimpleAlbum, presentSimpleTrack, presentTrack } from './present-track.ts';

const anyCountry = z.strictObject({ market });
const albumPage = z.strictObject({ market, limit: limitUpTo(50, 20), offset: offsetUpTo(1000) });

/** `GET /tracks/:id` */
export function showTrack({ request, caller, context }: ApiCall): ApiAnswer {
  const { market } = readQuery(request, anyCountry);
  const recording = context.catalog.findRecording(readParam(request, 'id'));
  if (recording === undefined) throw new ApiRefusalError(404, 'Resource not found');
  const forCountry = market !== undefined || caller.user !== undefined;
  return { status: 200, body: presentTrack(recording, context, forCountry) };
}

/** `GET /albums/:id` */
export function showAlbum({ request, context }: ApiCall): ApiAnswer {
  readQuery(request, anyCountry);
  const [first, ...rest] = context.catalog.listAlbum(readParam(request, 'id'));
  if (first === undefined) throw new ApiRefusalError(404, 'Resource not found');
  const tracks = pageOfTracks([first, ...rest], { limit: 50, offset: 0 }, context);
  return {
    status: 200,
    body: { ...presentSimpleAlbum(first, context), copyrights: [], external_ids: {}, genres: [], tracks },
  };
}

/** `GET /albums/:id/tracks` */
export function listAlbumTracks({ request, context }: ApiCall): ApiAnswer {
  const { limit, offset } = readQuery(request, albumPage);
  const recordings = context.catalog.listAlbum(readParam(request, 'id'));
  if (recordings.length === 0) throw new ApiRefusalError(404, 'Resource not found');
  return { status: 200, body: pageOfTracks(recordings, { limit, offset }, context) };
}

function pageOfTracks(
  recordings: Recording[],
  { limit, offset }: Omit<PageRequest, 'href'>,
  context: SandboxContext,
) {
  const href = `${context.publicUrl}/v1/albums/${recordings[0]?.albumId}/tracks`;
  const items = recordings
    .slice(offset, offset + limit)
    .map((recording) => presentSimpleTrack(recording, context));
  return pageOf({ href, limit, offset }, recordings.length, items);
}
