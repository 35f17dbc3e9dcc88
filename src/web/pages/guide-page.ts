import type { Album, Fact, Film, Guide } from '../../domain/guides/guide.ts';
import type { Match } from '../../domain/matching/match.ts';
import { type Coverage, coverage } from '../../domain/playlists/coverage.ts';
import type { PlaylistOrder } from '../../domain/playlists/order.ts';
import { sortTracks } from '../../domain/playlists/order.ts';
import { firstSentences, renderMarkdown } from '../markdown.ts';
import type { PublishedGuide } from '../published-guides.ts';
import type { Site } from '../site.ts';
import { type Cite, createCite } from './citations.ts';
import { saveOffer } from './save-offer.ts';
import { sleeve } from './sleeve.ts';
import { type CueView, type TrackEntry, trackEntry } from './track-entry.ts';
import { count, dateWords, listWords, minuteWords, typeset } from './words.ts';

/** The listening guide: the film, its tracks in the wanted order, the essay, and what is unknown. */
export function guidePage(site: Site, published: PublishedGuide, matches: Match[], order: PlaylistOrder) {
  const guide = published.content;
  const cite = createCite(site, guide);
  const entries = sortTracks(guide, order).map((track) => trackEntry(site, guide, track, cite));
  const path = `/guides/${guide.id}`;
  return {
    site,
    path: order === 'film' ? path : `${path}?order=album`,
    title: `The music of ${guide.film.title} (${guide.film.year})`,
    description: describe(guide),
    guide: guideHead(site, guide),
    introductionHtml: guide.introduction && renderMarkdown(guide.introduction),
    order,
    orderLinks: orderLinks(site.path(path), order),
    groups: order === 'film' ? groupByFilm(entries) : groupByAlbum(guide, entries),
    coverage: coverageLines(coverage(guide, matches)),
    save: saveOffer(site, guide, matches),
    essay: guide.essay.map((section) => ({
      id: section.id,
      title: typeset(section.title),
      html: renderMarkdown(section.text),
      sources: cite(section.sources),
    })),
    questions: guide.questions.map((question) => ({
      id: question.id,
      question: typeset(question.question),
      html: renderMarkdown(question.answer),
      sources: cite(question.sources),
    })),
    facts: [...runningTimeFacts(guide.film, cite), ...guide.film.facts.map((fact) => factView(fact, cite))],
    cast: guide.film.cast,
    identifiers: identifierLinks(guide.film),
    albums: guide.albums.map((album) => albumView(album, cite)),
    unknownCount: guide.unknowns.length,
    revision: { number: published.number, date: dateWords(published.createdAt) },
  };
}

/** What the head of every page of a guide shows. */
export function guideHead(site: Site, guide: Guide) {
  const path = site.path(`/guides/${guide.id}`);
  return {
    id: guide.id,
    title: guide.film.title,
    language: guide.film.language,
    year: guide.film.year,
    directors: listWords(guide.film.directors),
    runningTime: lengthWords(guide.film),
    sleeve: sleeve(guide.film, guide.colour),
    links: { guide: path, sources: `${path}/sources`, playlist: `${path}/playlist` },
  };
}

/** `111 or 112 min`. */
function lengthWords({ runningTimes }: Film): string {
  const minutes = runningTimes.map(({ value }) => Math.round(value / 60));
  return minutes.length > 0 ? `${[...new Set(minutes)].join(' or ')} min` : '';
}

function describe(guide: Guide): string {
  if (guide.introduction) return firstSentences(guide.introduction, 180);
  return `Which music plays in ${guide.film.title} (${guide.film.year}), and how we know.`;
}

function orderLinks(path: string, order: PlaylistOrder) {
  return [
    { label: 'Film order', href: `${path}#tracks`, isCurrent: order === 'film' },
    { label: 'Album order', href: `${path}?order=album#tracks`, isCurrent: order === 'album' },
  ];
}

interface Group {
  id: string;
  title: string;
  note: string;
  entries: TrackEntry[];
}

function groupByFilm(entries: TrackEntry[]): Group[] {
  const isPlaced = ({ cues }: TrackEntry) => cues.some((cue) => hasPlace(cue) && !cue.isInferred);
  const isInferredOnly = (entry: TrackEntry) => entry.inFilm === 'unknown' && entry.cues.some(hasPlace);
  return keepFilled([
    {
      id: 'placed',
      title: 'Placed in the film',
      note: 'A source says where it plays.',
      entries: entries.filter(isPlaced),
    },
    {
      id: 'heard',
      title: 'Heard in the film, not placed yet',
      note: 'A source says that it plays. None says where.',
      entries: entries.filter((entry) => !isPlaced(entry) && entry.inFilm === 'yes'),
    },
    {
      id: 'inferred',
      title: 'Placed by inference alone',
      note: 'Read from a title, the plot or by ear, as each says. No source states that it plays there.',
      entries: entries.filter((entry) => !isPlaced(entry) && isInferredOnly(entry)),
    },
    {
      id: 'unknown',
      title: 'On the album; not known whether the film uses it',
      note: 'Listed in album order, which is not the order of the film.',
      entries: entries.filter((entry) => entry.inFilm === 'unknown' && !isInferredOnly(entry)),
    },
    {
      id: 'album-only',
      title: 'On the album only',
      note: 'A source says that the film does not use it.',
      entries: entries.filter((entry) => !isPlaced(entry) && entry.inFilm === 'no'),
    },
  ]);
}

function hasPlace({ scene, times }: CueView): boolean {
  return scene !== undefined || times.length > 0;
}

function groupByAlbum(guide: Guide, entries: TrackEntry[]): Group[] {
  const albumOf = new Map(guide.tracks.map((track) => [track.id, track.album?.id]));
  return keepFilled([
    ...guide.albums.map((album) => ({
      id: album.id,
      title: album.title,
      note: '',
      entries: entries.filter(({ id }) => albumOf.get(id) === album.id),
    })),
    {
      id: 'film-only',
      title: 'In the film, on no album of its own',
      note: '',
      entries: entries.filter(({ id }) => albumOf.get(id) === undefined),
    },
  ]);
}

function keepFilled(groups: Group[]): Group[] {
  return groups.filter(({ entries }) => entries.length > 0);
}

function coverageLines({ tracks, kinds, onAlbum, inFilm, cues, claims }: Coverage) {
  return [
    {
      number: tracks,
      label: tracks === 1 ? 'recording' : 'recordings',
      detail: `${kinds.song} songs, ${kinds.score} score, ${kinds.dialogue} dialogue`,
    },
    { number: onAlbum, label: 'on the album', detail: `${tracks - onAlbum} known from the film alone` },
    { number: inFilm.yes, label: 'heard in the film', detail: `of ${inFilm.unknown} we do not know` },
    {
      number: cues.withScene,
      label: cues.withScene === 1 ? 'scene named by a source' : 'scenes named by sources',
      detail: `${cues.inferred} more only inferred, ${count(cues.unplaced, 'use')} not placed, ${cues.withTime} timed`,
    },
    {
      number: claims.contradicted,
      label: 'claims contradicted',
      detail: `${claims.supported} supported, ${claims.unverified} unverified`,
    },
  ];
}

export function factView(fact: Fact, cite: Cite) {
  return {
    label: fact.label,
    isDisputed: fact.disputed,
    note: fact.note && typeset(fact.note),
    values: fact.values.map(({ value, note, sources }) => ({
      value: typeset(value),
      note: note && typeset(note),
      sources: cite(sources),
    })),
  };
}

/** The running time as a fact; none when it is not known. */
export function runningTimeFacts(film: Film, cite: Cite) {
  if (film.runningTimes.length === 0) return [];
  const values = film.runningTimes.map(({ value, note, sources }) => ({
    value: minuteWords(value),
    note,
    sources: cite(sources),
  }));
  return [{ label: 'Length', isDisputed: values.length > 1, note: undefined, values }];
}

function albumView(album: Album, cite: Cite) {
  return {
    id: album.id,
    title: album.title,
    artist: album.artist,
    year: album.year,
    noteHtml: album.note && renderMarkdown(album.note),
    players: album.players.map((player) => playerView(player, cite)),
    releases: album.releases.map((release) => ({
      words: [release.territory, release.format, release.date].filter(Boolean).join(' · '),
      label: [release.label, release.catalogue].filter(Boolean).join(' '),
      note: [release.barcode && `Barcode ${release.barcode}.`, release.note].filter(Boolean).join(' '),
      sources: cite(release.sources),
    })),
    facts: album.facts.map((fact) => factView(fact, cite)),
    sources: cite(album.sources),
  };
}

/** A player with the part played and its sources. */
export function playerView({ name, part, note, sources }: Album['players'][number], cite: Cite) {
  return { name, part, note: note && typeset(note), sources: cite(sources) };
}

function identifierLinks({ identifiers }: Film) {
  const { imdb, tmdb, wikidata } = identifiers;
  return [
    imdb && { label: 'IMDb', id: imdb, href: `https://www.imdb.com/title/${imdb}/` },
    tmdb && { label: 'TMDB', id: tmdb, href: `https://www.themoviedb.org/movie/${tmdb}` },
    wikidata && { label: 'Wikidata', id: wikidata, href: `https://www.wikidata.org/entity/${wikidata}` },
  ].filter((link) => link !== undefined && link !== '');
}
