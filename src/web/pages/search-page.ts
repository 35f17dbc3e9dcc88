import type { SearchHit } from '../../domain/guides/guide-store.ts';
import type { Site } from '../site.ts';
import { typeset } from './words.ts';

const KIND_WORDS: Record<SearchHit['kind'], string> = {
  film: 'Film',
  track: 'Also written',
  performer: 'Performer',
  writer: 'Writer',
  scene: 'Scene',
};

/** What the search box found, film by film. */
export function searchPage(site: Site, asked: string, hits: SearchHit[]) {
  return {
    site,
    path: '/search',
    title: asked ? `“${asked}” in the guides` : 'Search the guides',
    description: 'Search titles, performers, writers, scenes and films.',
    asked,
    count: hits.length,
    films: [...Map.groupBy(hits, ({ guide }) => guide)].map(([guide, own]) => ({
      title: own[0]?.filmTitle ?? guide,
      year: own[0]?.filmYear,
      href: site.path(`/guides/${guide}`),
      hits: own
        .filter(({ kind }) => kind !== 'film')
        .map((hit) => ({
          title: typeset(hit.trackTitle ?? hit.text),
          detail: hit.text === hit.trackTitle ? undefined : `${KIND_WORDS[hit.kind]}: ${typeset(hit.text)}`,
          href: site.path(hit.track ? `/guides/${guide}/tracks/${hit.track}` : `/guides/${guide}`),
        })),
    })),
  };
}
