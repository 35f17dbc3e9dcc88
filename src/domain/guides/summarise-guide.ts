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
    introduction: guide.introduction && firstSentences(guide.introduction),
    ...published,
  };
}

const ENOUGH_CHARACTERS = 200;
const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Whole sentences of the first paragraph until they say enough; never a piece of a link or of emphasis. */
function firstSentences(markdown: string): string {
  const [paragraph = ''] = markdown.split(/\n\s*\n/);
  let start = '';
  for (const { segment } of SENTENCES.segment(paragraph)) {
    start += segment;
    if (start.length >= ENOUGH_CHARACTERS && isBalanced(start)) break;
  }
  return start.trim();
}

function isBalanced(markdown: string): boolean {
  const count = (sign: string) => markdown.split(sign).length - 1;
  return (
    count('[') === count(']') && count('(') === count(')') && count('*') % 2 === 0 && count('_') % 2 === 0
  );
}
