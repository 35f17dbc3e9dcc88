import type { Cue, Guide, Track } from '../../domain/guides/guide.ts';
import { isInFilm } from '../../domain/playlists/coverage.ts';
import { sortCues } from '../../domain/playlists/order.ts';
import { firstSentences, renderMarkdown } from '../markdown.ts';
import type { Site } from '../site.ts';
import type { Citation, Cite } from './citations.ts';
import { cueWords, KIND_WORDS, listWords, rangeWords, typeset, writerWords } from './words.ts';

/** A cue as a page shows it. */
export interface CueView {
  id: string;
  scene: string | undefined;
  times: string[];
  edition: string | undefined;
  words: string[];
  isInferred: boolean;
  basisNote: string | undefined;
  noteHtml: string | undefined;
  isSpoiler: boolean;
  sources: Citation[];
}

/** A track as lists show it. */
export interface TrackEntry {
  id: string;
  href: string;
  title: string;
  language: string | undefined;
  albumNumber: number | undefined;
  /** Its place in the film, among those that are known. */
  filmOrder: number | undefined;
  performers: string;
  writers: string;
  kind: Track['kind'];
  kindWord: string;
  kindIsGuess: boolean;
  version: string;
  summary: string;
  cues: CueView[];
  inFilm: Track['inFilm'];
  contradictions: number;
}

export function trackEntry(site: Site, guide: Guide, track: Track, cite: Cite): TrackEntry {
  return {
    id: track.id,
    href: site.path(`/guides/${guide.id}/tracks/${track.id}`),
    title: typeset(track.title),
    language: track.language,
    albumNumber: track.album?.number,
    filmOrder: sortCues(track.cues)[0]?.order,
    performers: listWords(track.performers),
    writers: writerWords(track.writers),
    kind: track.kind,
    kindWord: KIND_WORDS[track.kind],
    kindIsGuess: track.kindNote !== undefined,
    version: track.version.join(', '),
    summary: track.notes ? typeset(firstSentences(track.notes, 200)) : '',
    cues: sortCues(track.cues).map((cue) => cueView(guide, cue, cite)),
    inFilm: isInFilm(track),
    contradictions: track.claims.filter(({ verdict }) => verdict === 'contradicted').length,
  };
}

function cueView(guide: Guide, cue: Cue, cite: Cite): CueView {
  return {
    id: cue.id,
    scene: cue.scene && typeset(cue.scene),
    times: cue.times.map(rangeWords),
    edition: guide.film.editions.find(({ id }) => id === cue.edition)?.name,
    words: cueWords(cue),
    isInferred: cue.basis === 'inferred',
    basisNote: cue.basisNote && typeset(cue.basisNote),
    noteHtml: cue.note && renderMarkdown(cue.note),
    isSpoiler: cue.spoiler,
    sources: cite(cue.sources),
  };
}
