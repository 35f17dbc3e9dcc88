import type { Guide, Source } from '../../domain/guides/guide.ts';
import type { Site } from '../site.ts';
import { typeset } from './words.ts';

/** A short mention of a source that leads to its entry on the sources page. */
export interface Citation {
  label: string;
  title: string;
  href: string;
}

/** Makes citations for one guide; ids are known to exist, since the guide was checked. */
export type Cite = (ids: string[]) => Citation[];

export function createCite(site: Site, guide: Guide): Cite {
  const sources = new Map(guide.sources.map((source) => [source.id, source]));
  return (ids) =>
    ids.flatMap((id) => {
      const source = sources.get(id);
      if (!source) return [];
      const href = site.path(`/guides/${guide.id}/sources#source-${id}`);
      return [{ label: sourceLabel(source), title: source.title, href }];
    });
}

/** `Los Angeles Times, 1995`, or the title where nobody is named as publisher; the source's own short name first. */
export function sourceLabel(source: Source): string {
  if (source.short) return typeset(source.short);
  const name = source.publisher?.replace(/\s*\(.*\)$/, '') ?? shorten(typeset(source.title));
  const year = source.date?.slice(0, 4);
  return year ? `${name}, ${year}` : name;
}

function shorten(title: string): string {
  return title.length > 40 ? `${title.slice(0, 38).trimEnd()}…` : title;
}
