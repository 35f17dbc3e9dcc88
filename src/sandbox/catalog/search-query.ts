import { foldedWords } from './fold.ts';

/** What a search text asks for: free words anywhere, words that must stand in a field, and exact facts. */
export interface SearchQuery {
  words: string[];
  fields: { column: 'title' | 'artists' | 'album'; words: string[] }[];
  years: { from: string; to: string }[];
  isrcs: string[];
  /** True when a filter can match nothing, see `parseSearchQuery`. */
  hopeless: boolean;
}

const COLUMNS = { track: 'title', artist: 'artists', album: 'album' } as const;
const FILTER = /(?<!\S)(track|artist|album|year|isrc|genre|tag|upc):(?:"([^"]*)"|(\S+))/gi;

/**
 * Reads a search text as Spotify's search does, with these of its known weaknesses:
 * - an apostrophe, or a curly quote, inside a filter's value finds nothing at all;
 * - quotes only hold a filter's words together: all must stand in the field, in any order and place;
 * - a blank after the colon is no filter, the words just count as words; so does an unquoted second word;
 * - two different `isrc:` find nothing, with or without OR; OR and NOT are plain words;
 * - `genre:`, `tag:` and `upc:` find nothing: the sandbox's recordings have none.
 * Its other reported failures (colons, hyphens, wrong answers to `artist:` with `track:`) are not repeated here.
 */
export function parseSearchQuery(text: string): SearchQuery {
  const query: SearchQuery = { words: [], fields: [], years: [], isrcs: [], hopeless: false };
  const rest = text.replace(FILTER, (_filter, name: string, quoted?: string, bare?: string) => {
    addFilter(query, name.toLowerCase(), quoted ?? bare ?? '');
    return ' ';
  });
  query.words = foldedWords(rest);
  return query;
}

function addFilter(query: SearchQuery, name: string, value: string): void {
  if (/['’‘“”]/.test(value)) query.hopeless = true;
  else if (name === 'track' || name === 'artist' || name === 'album') addField(query, COLUMNS[name], value);
  else if (name === 'year') addYears(query, value);
  else if (name === 'isrc') query.isrcs.push(value.toUpperCase());
  else query.hopeless = true;
}

function addField(query: SearchQuery, column: SearchQuery['fields'][number]['column'], value: string): void {
  const words = foldedWords(value);
  if (words.length === 0) query.hopeless = true;
  else query.fields.push({ column, words });
}

function addYears(query: SearchQuery, value: string): void {
  const [, from, to = from] = /^(\d{4})(?:-(\d{4}))?$/.exec(value) ?? [];
  if (from === undefined || to === undefined) query.hopeless = true;
  else query.years.push({ from, to });
}
