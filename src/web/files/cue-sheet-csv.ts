import { usageCode } from '../../domain/guides/cue-codes.ts';
import type { Cue, Guide, Track } from '../../domain/guides/guide.ts';
import { isInFilm } from '../../domain/playlists/coverage.ts';
import { listCues } from '../../domain/playlists/order.ts';
import { type Column, writeSpreadsheet } from './csv.ts';
import { findEdition } from './find-edition.ts';
import type { PlaylistFile } from './playlist-file.ts';

/**
 * A table in the manner of the trade's cue sheets, one row for each range of times, always in film order.
 * What nobody knows stays empty: the publisher is known of no track.
 */
export const cueSheetCsv: PlaylistFile = {
  fileName: 'cue-sheet.csv',
  mediaType: 'text/csv; charset=utf-8',
  title: 'Cue sheet',
  description:
    'Each use of music in the film, laid out like the cue sheets of the trade; the unknown stays empty.',
  carries: () => true,
  render({ guide, entries }) {
    const tracks = entries.map(({ track }) => track);
    const placed = listCues(tracks).flatMap(({ track, cue }) => toRows(track, cue));
    const others = tracks.filter(({ cues }) => cues.length === 0).map((track): Row => ({ track }));
    return writeSpreadsheet(toColumns(guide), [...placed, ...others]);
  },
};

interface Row {
  track: Track;
  cue?: Cue;
  time?: Cue['times'][number];
}

function toRows(track: Track, cue: Cue): Row[] {
  return cue.times.length === 0 ? [{ track, cue }] : cue.times.map((time) => ({ track, cue, time }));
}

function toColumns(guide: Guide): Column<Row>[] {
  const { film, sources } = guide;
  const sourceTitles = new Map(sources.map(({ id, title }) => [id, title]));
  return [
    ['Film', () => `${film.title} (${film.year})`],
    ['In the film', ({ track }) => isInFilm(track)],
    ['Cue', ({ cue }) => cue?.order],
    ['Title', ({ track }) => track.title],
    ['Writers', ({ track }) => track.writers.map(toWriter).join('; ')],
    ['Publisher', () => ''],
    ['Performers', ({ track }) => track.performers.join('; ')],
    ['ISRC', ({ track }) => track.isrc],
    ['Usage', ({ cue }) => cue && usageCode(cue)],
    ['Origin', ({ cue }) => cue?.origin],
    ['Start', ({ time }) => toClock(time?.start)],
    ['End', ({ time }) => toClock(time?.end)],
    [
      'Duration',
      ({ time }) => (time?.end === undefined ? '' : toClock(toSeconds(time.end) - toSeconds(time.start))),
    ],
    ['Edition', ({ cue }) => toEdition(findEdition(cue, guide))],
    ['Scene', ({ cue }) => (cue?.spoiler ? HIDDEN_SCENE : cue?.scene)],
    ['Basis', ({ cue }) => cue?.basis],
    ['Sources', ({ track, cue }) => (cue ?? track).sources.map((id) => sourceTitles.get(id)).join('; ')],
  ];
}

/** The file may lie open on any desk, so it does not tell how the story ends. */
const HIDDEN_SCENE = '(a scene that gives the story away)';

const ROLES = { music: 'C', words: 'A' } as const;

/** A writer with the trade's role code: C for composer, A for author. */
function toWriter({ name, part }: Track['writers'][number]): string {
  return part === undefined ? name : `${name} (${ROLES[part]})`;
}

function toEdition(edition: ReturnType<typeof findEdition>): string {
  if (!edition) return '';
  return edition.frameRate === undefined ? edition.name : `${edition.name}, ${edition.frameRate} fps`;
}

/** `HH:MM:SS`, the form of the trade; seconds are rounded first, so that the sheet adds up. */
function toClock(time: number | undefined): string {
  if (time === undefined) return '';
  const seconds = toSeconds(time);
  const parts = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

function toSeconds(time: number): number {
  return Math.round(time);
}
