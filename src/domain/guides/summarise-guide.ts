import type { Guide } from './guide.ts';
import type { GuideSummary } from './guide-store.ts';

/** What lists show of a guide that was published as this revision. */
export function summariseGuide(
  guide: Guide,
  published: { revision: number; publishedAt: string },
): GuideSummary {
  return {
    slug: guide.id,
    title: guide.film.title,
    year: guide.film.year,
    directors: guide.film.directors,
    trackCount: guide.tracks.length,
    colour: guide.colour,
    introduction: guide.introduction && firstParagraphs(guide.introduction),
    ...published,
  };
}

const ENOUGH_CHARACTERS = 1000;

/** Whole paragraphs of a Markdown text as long as they are not too much together; the first in any case. */
function firstParagraphs(markdown: string): string {
  const [first = '', ...others] = markdown.split(/\n\s*\n/);
  let start = first;
  for (const paragraph of others) {
    const longer = `${start}\n\n${paragraph}`;
    if (longer.length > ENOUGH_CHARACTERS) break;
    start = longer;
  }
  return start;
}
