import { sql } from 'kysely';
import { z } from 'zod';
import type { SearchHit } from '../../domain/guides/guide-store.ts';
import type { Queries } from './handle.ts';
import { parseSummary } from './summary-row.ts';

const Kind = z.enum(['film', 'track', 'performer', 'writer', 'scene']);

/** Entries that hold every word; whole keys before beginnings of keys before the rest, films before tracks. */
export async function searchEntries(db: Queries, words: string[], limit: number): Promise<SearchHit[]> {
  if (words.length === 0) return [];
  const phrase = words.join(' ');
  let query = db
    .selectFrom('search_entries')
    .innerJoin('guides', 'guides.id', 'search_entries.guide_id')
    .select(['slug', 'summary', 'kind', 'track', 'track_title', 'text']);
  for (const word of words) query = query.where(isLike(`%${escapeWildcards(word)}%`));
  const rows = await query
    .orderBy(
      sql`case when key = ${phrase} then 0 when ${isLike(`${escapeWildcards(phrase)}%`)} then 1 else 2 end`,
    )
    .orderBy(
      sql`case kind when 'film' then 0 when 'track' then 1 when 'performer' then 2 when 'writer' then 3 else 4 end`,
    )
    .orderBy('slug')
    .orderBy('position')
    .limit(limit)
    .execute();
  return rows.map(toHit);
}

/** A comparison of the key alone; both databases escape a wildcard in the same way when told the sign. */
function isLike(pattern: string) {
  return sql<boolean>`key like ${pattern} escape '!'`;
}

function escapeWildcards(word: string): string {
  return word.replace(/[!%_]/g, '!$&');
}

interface SearchRow {
  slug: string;
  summary: string;
  kind: string;
  track: string | null;
  track_title: string | null;
  text: string;
}

function toHit({ slug, summary, kind, track, track_title, text }: SearchRow): SearchHit {
  const { title, year } = parseSummary({ slug, summary });
  return {
    kind: Kind.parse(kind),
    track: track ?? undefined,
    text,
    guide: slug,
    filmTitle: title,
    filmYear: year,
    trackTitle: track_title ?? undefined,
  };
}
