import type { Guide } from '../../domain/guides/guide.ts';
import type { Match } from '../../domain/matching/match.ts';
import type { LeftOut } from '../../domain/playlists/left-out.ts';
import { buildPlaylist, listLeftOut } from '../../domain/playlists/playlist.ts';
import { SERVICE_TITLES } from '../../domain/services/service.ts';
import type { Site } from '../site.ts';
import { typeset } from './words.ts';

/** What the save button promises: how many of the guide's tracks, and why the others are missing. */
export function saveOffer(site: Site, guide: Guide, matches: Match[]) {
  if (!site.service) return undefined;
  const playlist = buildPlaylist({ guide, matches, order: 'film' });
  const leftOut = listLeftOut(playlist);
  const searched = playlist.entries.filter(({ match }) => match).length;
  return {
    service: site.service,
    serviceTitle: SERVICE_TITLES[site.service],
    isSandbox: site.service === 'sandbox',
    action: site.path(`/guides/${guide.id}/exports`),
    carried: guide.tracks.length - leftOut.length,
    total: guide.tracks.length,
    isSearched: searched === guide.tracks.length,
    searched,
    leftOut: leftOut
      .filter(({ grade }) => grade !== 'not-searched')
      .map((left) => leftOutLink(site, guide.id, left)),
  };
}

/** A track that is left out, as pages list it. */
export function leftOutLink(site: Site, guide: string, { track, title, reason }: LeftOut) {
  return { title: typeset(title), reason, href: site.path(`/guides/${guide}/tracks/${track}`) };
}
