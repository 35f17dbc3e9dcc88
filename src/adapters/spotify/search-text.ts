import type { CatalogQuery } from '../../domain/services/catalog.ts';
import { cutAtWord } from './cut-at-word.ts';

/** Longer search texts have been answered with 404 and 400. */
const MAX_LENGTH = 100;
/** What a performer may take of it before a long title is cut. */
const PERFORMER_LENGTH = 33;

/**
 * The text that searches for a recording; empty when there is nothing to search for. Filters are fragile: an
 * apostrophe, a colon or a loose dash within one can find nothing, https://github.com/spotify/web-api/issues/1212
 */
export function writeSearchText(query: CatalogQuery): string {
  const plain = cutAtWord(tidy(`${query.title} ${query.performer ?? ''}`), MAX_LENGTH);
  const title = tidyFilter(query.title);
  return query.isFiltered && title !== '' ? writeFilters(title, tidyFilter(query.performer ?? '')) : plain;
}

function writeFilters(title: string, performer: string): string {
  const artist = performer === '' ? '' : ` artist:"${cutAtWord(performer, PERFORMER_LENGTH)}"`;
  const room = MAX_LENGTH - 'track:""'.length - artist.length;
  return `track:"${cutAtWord(title, room)}"${artist}`;
}

/** One form for each letter and quote, and nothing that the search takes for an operator. */
function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‘’ʼ‛`´]/g, "'")
    .replace(/[“”„‟":]/g, ' ')
    .replace(/[‐‑‒–—―]/g, '-')
    .replace(/(^|\s)-+/g, '$1')
    .replace(/-+(?=\s|$)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function tidyFilter(text: string): string {
  return tidy(tidy(text).replace(/'/g, '').replace(/[()]/g, ' '));
}
