import type { Match } from '../domain/matching/match.ts';
import type { PlaylistOrder } from '../domain/playlists/order.ts';
import { buildPlaylist } from '../domain/playlists/playlist.ts';
import type { PlaylistDocument } from './files/playlist-file.ts';
import type { PublishedGuide } from './published-guides.ts';
import { recordingUrl } from './recording-url.ts';
import type { Site } from './site.ts';

/** A published guide as the files write it, with whole addresses. */
export function playlistDocument(
  site: Site,
  published: PublishedGuide,
  matches: Match[],
  order: PlaylistOrder,
): PlaylistDocument {
  const guide = published.content;
  const page = site.url(`/guides/${guide.id}`);
  return {
    ...buildPlaylist({ guide, matches, order }),
    pageUrl: page,
    trackUrl: (track) => `${page}/tracks/${track}`,
    recordingUrl: (recordingId) => recordingUrl(site, recordingId),
    service: site.service,
    publishedAt: published.createdAt,
  };
}
