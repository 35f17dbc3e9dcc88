import type { CatalogQuery } from '../services/catalog.ts';
import { cleanTitle } from './clean-title.ts';
import { foldKey } from './fold-text.ts';
import type { WantedTrack } from './wanted-track.ts';

/**
 * What to ask a catalog for a track, in turn: each word held to its field; then as free words; then only the bare
 * title with the first performer. Without a performer the album stands in. Three questions at most.
 */
export function queryLadder(wanted: WantedTrack): CatalogQuery[] {
  const { text, bare } = cleanTitle(wanted.title);
  const [performer] = wanted.performers;
  const [album] = wanted.albums;
  if (performer === undefined) {
    return unique([
      { title: text, album, isFiltered: true },
      { title: text, album, isFiltered: false },
    ]);
  }
  const leader = performer.replace(/\s*[([].*$/u, '') || performer;
  const asked = wanted.versions.filter((word) => !foldKey(text).includes(foldKey(word)));
  return unique([
    { title: text, performer: leader, isFiltered: true },
    { title: [text, ...asked].join(' '), performer: wanted.performers.join(' '), isFiltered: false },
    { title: bare, performer: leader, isFiltered: false },
  ]);
}

function unique(queries: CatalogQuery[]): CatalogQuery[] {
  return [...new Map(queries.map((query) => [JSON.stringify(query), query])).values()];
}
