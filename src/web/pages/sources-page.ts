import type { Claim, Guide, Verdict } from '../../domain/guides/guide.ts';
import type { PublishedGuide } from '../published-guides.ts';
import type { Site } from '../site.ts';
import { createCite, sourceLabel } from './citations.ts';
import { factView, guideHead, runningTimeFacts } from './guide-page.ts';
import { claimView } from './track-page.ts';
import { typeset, VERDICT_WORDS } from './words.ts';

const VERDICT_ORDER: Verdict[] = ['contradicted', 'unverified', 'supported'];
const VERDICT_NOTES: Record<Verdict, string> = {
  contradicted: 'Somebody says it, and better sources say otherwise.',
  unverified: 'Nobody independent was found to say it, or it is a judgement.',
  supported: 'Sources other than the one that says it agree.',
};

/** Every claim with its verdict, where sources disagree, what is unknown, and the sources themselves. */
export function sourcesPage(site: Site, published: PublishedGuide) {
  const guide = published.content;
  const cite = createCite(site, guide);
  return {
    site,
    path: `/guides/${guide.id}/sources`,
    title: `How we know: sources and claims for ${guide.film.title}`,
    description: `What is said about the music of ${guide.film.title}, who says it, and whether anyone independent agrees.`,
    guide: guideHead(site, guide),
    verdicts: VERDICT_ORDER.map((verdict) => ({
      verdict,
      word: VERDICT_WORDS[verdict],
      note: VERDICT_NOTES[verdict],
      claims: listClaims(guide)
        .filter(({ claim }) => claim.verdict === verdict)
        .map(({ claim, track }) => ({
          ...claimView(claim, cite),
          track: track && {
            title: typeset(track.title),
            href: site.path(`/guides/${guide.id}/tracks/${track.id}`),
          },
        })),
    })).filter(({ claims }) => claims.length > 0),
    disagreements: [
      ...runningTimeFacts(guide.film, cite),
      ...[...guide.film.facts, ...guide.albums.flatMap(({ facts }) => facts)].map((fact) =>
        factView(fact, cite),
      ),
    ].filter(({ isDisputed }) => isDisputed),
    unknowns: guide.unknowns.map(({ id, text }) => ({ id, text: typeset(text) })),
    sources: guide.sources.map((source) => ({
      ...source,
      note: source.note && typeset(source.note),
      label: sourceLabel(source),
      host: source.url && new URL(source.url).hostname.replace(/^www\./, ''),
    })),
  };
}

function listClaims(guide: Guide): { claim: Claim; track?: Guide['tracks'][number] }[] {
  return [
    ...guide.tracks.flatMap((track) => track.claims.map((claim) => ({ claim, track }))),
    ...guide.claims.map((claim) => ({ claim })),
  ];
}
