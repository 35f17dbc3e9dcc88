import type { Track } from '../../domain/guides/guide.ts';

const SEARCHES: [service: string, address: string][] = [
  ['Apple Music', 'https://music.apple.com/us/search?term='],
  ['YouTube Music', 'https://music.youtube.com/search?q='],
  ['Deezer', 'https://www.deezer.com/search/'],
  ['Tidal', 'https://listen.tidal.com/search?q='],
];

/** Plain searches elsewhere: what they find is not matched by us. */
export function searchLinks(track: Pick<Track, 'title' | 'performers'>): { service: string; href: string }[] {
  const words = encodeURIComponent([track.performers[0], track.title].filter(Boolean).join(' '));
  return SEARCHES.map(([service, address]) => ({ service, href: `${address}${words}` }));
}
