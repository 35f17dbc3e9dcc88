import type { Match } from '../../domain/matching/match.ts';
import type { PlaylistOrder } from '../../domain/playlists/order.ts';
import { buildPlaylist } from '../../domain/playlists/playlist.ts';
import { SERVICE_TITLES } from '../../domain/services/service.ts';
import { copyBox } from '../files/copy-box.ts';
import { PLAYLIST_FILES } from '../files/files.ts';
import { type Notice, sayNotice } from '../notices.ts';
import { playlistDocument } from '../playlist-document.ts';
import type { PublishedGuide } from '../published-guides.ts';
import type { Site } from '../site.ts';
import { guideHead } from './guide-page.ts';
import { saveOffer } from './save-offer.ts';
import { searchLinks } from './search-links.ts';
import { typeset } from './words.ts';

/** The ladder: every way to take the playlist along, with what it carries. */
export function playlistPage(
  site: Site,
  published: PublishedGuide,
  matches: Match[],
  order: PlaylistOrder,
  notice: Notice | undefined,
) {
  const guide = published.content;
  const document = playlistDocument(site, published, matches, order);
  const path = `/guides/${guide.id}/playlist`;
  const total = guide.tracks.length;
  return {
    site,
    path,
    title: `Take the playlist of ${guide.film.title}`,
    description: `Save the music of ${guide.film.title} to a streaming account, copy it, or download it as a file.`,
    notice: sayNotice(notice),
    guide: guideHead(site, guide),
    order,
    total,
    save: saveOffer(site, guide, matches),
    copy: copyBox(document),
    searches: buildPlaylist({ guide, matches: [], order }).entries.map(({ track }) => ({
      title: typeset(track.title),
      performer: track.performers[0],
      links: searchLinks(track),
    })),
    serviceTitle: site.service && SERVICE_TITLES[site.service],
    files: PLAYLIST_FILES.map((file) => ({
      lacking: file.lacking,
      name: file.fileName,
      title: file.title,
      description: file.description,
      href: site.path(`/guides/${guide.id}/${file.fileName}${order === 'album' ? '?order=album' : ''}`),
      carried: document.entries.filter((entry) => file.carries(entry, document)).length,
      total,
    })),
  };
}
