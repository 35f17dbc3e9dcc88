import type { DatabaseSync } from 'node:sqlite';
import { foldedWords } from './fold.ts';
import { recordingFromStore } from './recording.ts';
import { parseSearchQuery, type SearchQuery } from './search-query.ts';

/** No search answers more than this: the API's largest offset and one page more. */
const MOST_HITS = 1010;
/** With fewer recordings than this that hold every word, those that hold some of the words follow. */
const FEW_HITS = 20;
const MOST_LOOSE_HITS = 100;
/** So many of the first hits are put in order once more, by how well title and performers fit. */
const REORDERED_HITS = 100;
/** A loose search leaves out words that stand in more recordings than this, such as "the". */
const COMMON_WORD = 2000;

/**
 * The row numbers of the recordings a search text finds, best first: those with all its words (a word in the
 * title counts more than one in the performers, and that more than one in the album), then those with some.
 * Equals stand in order of their ids, so the same search gives the same list every time.
 */
export function searchRecordings(database: DatabaseSync, text: string): number[] {
  const query = parseSearchQuery(text);
  if (query.hopeless) return [];
  if (query.words.length === 0 && query.fields.length === 0) return findByFacts(database, query);
  const strict = findByWords(database, query, conjunction(query.words), MOST_HITS);
  const loose = strict.length >= FEW_HITS ? [] : findLoosely(database, query);
  return [...new Set([...reorder(database, strict, query), ...loose])];
}

function findLoosely(database: DatabaseSync, query: SearchQuery): number[] {
  const rare = query.words.filter((word) => countRecordings(database, word) <= COMMON_WORD);
  if (query.words.length < 2 || rare.length === 0) return [];
  return findByWords(database, query, disjunction(rare), MOST_LOOSE_HITS);
}

/**
 * Puts first what lacks the fewest of the words asked for in title and performers, then what has the fewest
 * words in its title that nobody asked for: so "Angel Eyes Sting" is Sting's before it is anybody's karaoke.
 */
function reorder(database: DatabaseSync, numbers: number[], query: SearchQuery): number[] {
  const asked = new Set([...query.words, ...query.fields.flatMap((field) => field.words)]);
  const find = database.prepare('select * from recordings where number = ?');
  const head = numbers.slice(0, REORDERED_HITS).map((number) => {
    const { title, artists } = recordingFromStore(find.get(number) ?? {});
    return { number, misfit: misfitOf(asked, new Set(foldedWords(title)), foldedWords(artists.join(' '))) };
  });
  head.sort((one, other) => one.misfit - other.misfit);
  return [...head.map(({ number }) => number), ...numbers.slice(REORDERED_HITS)];
}

/** A word asked for that is missing weighs more than any number of others in the title. */
function misfitOf(asked: Set<string>, title: Set<string>, artists: string[]): number {
  const missing = asked.difference(title.union(new Set(artists))).size;
  return missing * 1000 + title.difference(asked).size;
}

function findByWords(database: DatabaseSync, query: SearchQuery, words: string, limit: number): number[] {
  const fields = query.fields.map((field) => `${field.column} : (${conjunction(field.words)})`);
  const match = [...fields, ...(words === '' ? [] : [`(${words})`])].join(' AND ');
  const { conditions, values } = factConditions(query);
  const rows = database
    .prepare(
      `select recordings.number from recording_words
       join recordings on recordings.number = recording_words.rowid
       where recording_words match ? ${conditions}
       order by bm25(recording_words, 4, 3, 1), recordings.id limit ?`,
    )
    .all(match, ...values, limit);
  return rows.map((row) => Number(row.number));
}

function findByFacts(database: DatabaseSync, query: SearchQuery): number[] {
  const { conditions, values } = factConditions(query);
  if (conditions === '') return [];
  const rows = database
    .prepare(`select number from recordings where true ${conditions} order by id limit ?`)
    .all(...values, MOST_HITS);
  return rows.map((row) => Number(row.number));
}

function factConditions({ years, isrcs }: SearchQuery): { conditions: string; values: string[] } {
  const byYear = years.map(() => 'and release_date between ? and ?');
  const byIsrc = isrcs.map(() => 'and isrc = ?');
  return {
    conditions: [...byYear, ...byIsrc].join(' '),
    values: [...years.flatMap(({ from, to }) => [from, `${to}-99`]), ...isrcs],
  };
}

function countRecordings(database: DatabaseSync, word: string): number {
  const row = database.prepare('select doc from word_counts where term = ?').get(word);
  return Number(row?.doc ?? 0);
}

/** Folded words hold letters and digits only, so quoting them is safe. */
function conjunction(words: string[]): string {
  return words.map((word) => `"${word}"`).join(' AND ');
}

function disjunction(words: string[]): string {
  return words.map((word) => `"${word}"`).join(' OR ');
}
