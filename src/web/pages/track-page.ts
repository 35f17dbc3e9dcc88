import type { Claim, Guide, Track } from '../../domain/guides/guide.ts';
import { formatTime } from '../../domain/guides/time.ts';
import type { Match } from '../../domain/matching/match.ts';
import { leftOutReason } from '../../domain/playlists/left-out.ts';
import { SERVICE_TITLES } from '../../domain/services/service.ts';
import { firstSentences, renderMarkdown } from '../markdown.ts';
import type { PublishedGuide } from '../published-guides.ts';
import { recordingUrl } from '../recording-url.ts';
import type { Site } from '../site.ts';
import { type Cite, createCite } from './citations.ts';
import { guideHead, playerView } from './guide-page.ts';
import { searchLinks } from './search-links.ts';
import { trackEntry } from './track-entry.ts';
import { GRADE_WORDS, listWords, typeset, VERDICT_WORDS, writerWords } from './words.ts';

/** One track: recording, cues, what to listen for, what is said of it, and where it can be streamed. */
export function trackPage(site: Site, published: PublishedGuide, track: Track, match: Match | undefined) {
  const guide = published.content;
  const cite = createCite(site, guide);
  const performers = listWords(track.performers);
  return {
    site,
    path: `/guides/${guide.id}/tracks/${track.id}`,
    title: `${track.title}${performers && ` by ${performers}`} in ${guide.film.title}`,
    description: track.notes
      ? firstSentences(track.notes, 180)
      : `${track.title}: one of the recordings of ${guide.film.title} (${guide.film.year}).`,
    guide: guideHead(site, guide),
    track: trackEntry(site, guide, track, cite),
    facts: recordingFacts(guide, track),
    titleVariants: track.titleVariants.map(typeset),
    notesHtml: track.notes && renderMarkdown(track.notes),
    players: track.players.map((player) => playerView(player, cite)),
    listeningPoints: track.listeningPoints
      .toSorted((a, b) => a.at - b.at)
      .map((point) => ({
        id: point.id,
        time: formatTime(point.at),
        html: renderMarkdown(point.note),
        sources: cite(point.sources),
      })),
    issues: track.issuedOn.map((issue) => ({
      title: issue.title,
      words: [issue.artist, issue.label, issue.catalogue, issue.year].filter(Boolean).join(', '),
      sources: cite(issue.sources),
    })),
    claims: track.claims.map((claim) => claimView(claim, cite)),
    sources: cite(track.sources),
    streaming: streaming(site, match),
    searchLinks: searchLinks(track),
    ...neighbours(site, guide, track),
  };
}

export function claimView(claim: Claim, cite: Cite) {
  return {
    id: claim.id,
    statement: typeset(claim.statement),
    verdict: claim.verdict,
    verdictWord: VERDICT_WORDS[claim.verdict],
    note: claim.note && typeset(claim.note),
    source: cite([claim.source])[0],
    evidence: cite(claim.evidence),
  };
}

function recordingFacts(
  guide: Guide,
  track: Track,
): { label: string; value: string; note?: string | undefined }[] {
  const album = guide.albums.find(({ id }) => id === track.album?.id);
  const facts = [
    { label: 'Performed by', value: listWords(track.performers), note: track.performersNote },
    {
      label: 'Written by',
      value: writerWords(track.writers),
      note: track.writersNote,
    },
    { label: 'Version', value: track.version.join(', ') },
    {
      label: 'On the album',
      value: album && track.album ? `${album.title}, track ${track.album.number}` : '',
    },
    { label: 'Recorded', value: track.year ? String(track.year) : '' },
    { label: 'Length', value: track.duration === undefined ? '' : formatTime(track.duration) },
    { label: 'ISRC', value: track.isrc ?? '' },
    { label: 'MusicBrainz', value: track.musicbrainz ?? '' },
  ];
  return facts
    .filter(({ value, note }) => value !== '' || note)
    .map(({ label, value, note }) => ({ label, value: typeset(value), note: note && typeset(note) }));
}

function streaming(site: Site, match: Match | undefined) {
  if (!site.service) return undefined;
  const isSame = match?.grade === 'same' && match.recordingId !== undefined;
  return {
    service: site.service,
    serviceTitle: SERVICE_TITLES[site.service],
    gradeWord: GRADE_WORDS[match?.grade ?? 'not-searched'],
    grade: match?.grade ?? 'not-searched',
    reasons: match && isSame ? match.reasons : [leftOutReason(match)],
    confidence: match && isSame ? `${Math.round(match.confidence * 100)} % sure` : undefined,
    href: match?.recordingId && isSame ? recordingUrl(site, match.recordingId) : undefined,
  };
}

function neighbours(site: Site, guide: Guide, track: Track) {
  const at = guide.tracks.indexOf(track);
  const link = (other: Track | undefined) =>
    other && { title: typeset(other.title), href: site.path(`/guides/${guide.id}/tracks/${other.id}`) };
  return { previous: link(guide.tracks[at - 1]), next: link(guide.tracks[at + 1]) };
}
