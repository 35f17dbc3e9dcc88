import type { GuideSummary } from '../../domain/guides/guide-store.ts';
import { firstSentences } from '../markdown.ts';
import type { Site } from '../site.ts';
import { sleeve } from './sleeve.ts';
import { count, dateWords, listWords } from './words.ts';

const NEWEST = 5;

/** The guides, what changed last, and the search box. */
export function homePage(site: Site, guides: GuideSummary[]) {
  const newest = guides.toSorted((a, b) => b.publishedAt.localeCompare(a.publishedAt)).slice(0, NEWEST);
  return {
    site,
    path: '/',
    title: 'Reel Notes: liner notes for the music in films',
    description:
      'Which music plays in a film, where, by whom, and how we know. Take the playlist with you in one press.',
    guides: guides.map((guide) => ({
      ...link(site, guide),
      directors: listWords(guide.directors),
      tracks: count(guide.trackCount, 'recording'),
      sleeve: sleeve(guide, guide.colour),
      introduction: guide.introduction && firstSentences(guide.introduction, 260),
    })),
    newest: newest.map((guide) => ({
      ...link(site, guide),
      date: dateWords(guide.publishedAt),
      iso: guide.publishedAt,
      what: guide.revision === 1 ? 'New guide' : `Revision ${guide.revision}`,
    })),
  };
}

function link(site: Site, guide: GuideSummary) {
  return { title: guide.title, year: guide.year, href: site.path(`/guides/${guide.slug}`) };
}
