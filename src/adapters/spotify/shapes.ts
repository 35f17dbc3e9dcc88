import { z } from 'zod';
import type { ServiceName } from '../../domain/services/service.ts';
import { ServiceUnavailableError } from '../../domain/services/service-errors.ts';

/**
 * Spotify's answers as we read them: only what we use, and everything that some apps no longer get is optional.
 * https://developer.spotify.com/documentation/web-api/tutorials/february-2026-migration-guide
 */
const text = z.string().min(1);

export const TrackShape = z.looseObject({
  id: text,
  name: z.string(),
  artists: z.array(z.looseObject({ name: z.string() })),
  album: z.looseObject({ name: z.string().nullish(), release_date: z.string().nullish() }).nullish(),
  duration_ms: z.number().nullish(),
  external_ids: z.looseObject({ isrc: z.string().nullish() }).nullish(),
  is_playable: z.boolean().nullish(),
  restrictions: z.looseObject({}).nullish(),
});
export type TrackShape = z.output<typeof TrackShape>;

export const SearchShape = z.looseObject({
  tracks: z.looseObject({ items: z.array(TrackShape.nullable()) }),
});

export const UserShape = z.looseObject({
  id: text,
  account_id: text.nullish(),
  display_name: z.string().nullish(),
});

export const PlaylistShape = z.looseObject({
  id: text,
  name: z.string(),
  owner: z.looseObject({ id: text }).nullish(),
  external_urls: z.looseObject({ spotify: z.url({ protocol: /^https?$/ }) }),
});
export type PlaylistShape = z.output<typeof PlaylistShape>;

export const PlaylistPageShape = z.looseObject({
  items: z.array(PlaylistShape.nullable()),
  next: z.string().nullish(),
});

/** Whether one thing is in a library. */
export const FollowedShape = z.tuple([z.boolean()]);

/** What a playlist holds: a track, an episode, a file of the listener's own, or something that is gone. */
const EntryItem = z.looseObject({
  id: z.string().nullish(),
  uri: z.string().nullish(),
  type: z.string().nullish(),
  is_local: z.boolean().nullish(),
  linked_from: z.looseObject({ id: text }).nullish(),
});

export const EntryShape = z.looseObject({
  is_local: z.boolean().nullish(),
  item: EntryItem.nullish(),
  /** The older name of `item`. */
  track: EntryItem.nullish(),
});
export type EntryShape = z.output<typeof EntryShape>;

export const EntryPageShape = z.looseObject({
  items: z.array(EntryShape.nullable()),
  next: z.string().nullish(),
});

export const TokenShape = z.looseObject({
  access_token: text,
  expires_in: z.number(),
  refresh_token: text.nullish(),
  scope: z.string().nullish(),
});
export type TokenShape = z.output<typeof TokenShape>;

/** An answer's body in the expected shape, or the service is taken for out of order. */
export function readShape<T extends z.ZodType>(service: ServiceName, shape: T, body: unknown): z.output<T> {
  const result = shape.safeParse(body);
  if (result.success) return result.data;
  throw new ServiceUnavailableError(service, 'sent an answer that makes no sense', { cause: result.error });
}
