import { z } from 'zod';
import { ApiRefusalError } from '../refusals.ts';
import type { ApiAnswer, ApiCall } from './call.ts';
import { pageOf } from './page.ts';
import { limitUpTo, market, offsetUpTo, readQuery } from './parse-request.ts';
import { presentTrack } from './present-track.ts';

/** The real limit is not published; longer texts have been answered 400 and 404. */
const LONGEST_QUERY = 100;

const query = z.strictObject({
  q: z.string({ error: 'No search query' }).trim().min(1, { error: 'No search query' }),
  type: z.string({ error: 'Missing parameter type' }),
  limit: limitUpTo(10, 5),
  offset: offsetUpTo(1000),
  market,
});

/** `GET /search`, with the page size of Development Mode. */
export function searchTracks({ request, caller, context }: ApiCall): ApiAnswer {
  const { q, type, limit, offset, market } = readQuery(request, query);
  if (type !== 'track') throw new ApiRefusalError(400, `The sandbox finds type "track" only, not "${type}"`);
  if (q.length > LONGEST_QUERY) {
    throw new ApiRefusalError(400, `Query exceeds maximum length of ${LONGEST_QUERY} characters`);
  }
  const { recordings, total } = context.catalog.search(q, { limit, offset });
  const forCountry = market !== undefined || caller.user !== undefined;
  const items = recordings.map((recording) => presentTrack(recording, context, forCountry));
  const parameters = new URLSearchParams({ q, type, ...(market && { market }) });
  const href = `${context.publicUrl}/v1/search?${parameters}`;
  return { status: 200, body: { tracks: pageOf({ href, limit, offset }, total, items) } };
}
