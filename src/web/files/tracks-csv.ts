import { formatTime } from '../../domain/guides/time.ts';
import { isInFilm } from '../../domain/playlists/coverage.ts';
import type { PlaylistEntry } from '../../domain/playlists/playlist.ts';
import { SERVICE_TITLES } from '../../domain/services/service.ts';
import { type Column, writeSpreadsheet } from './csv.ts';
import { describeCue } from './describe-entry.ts';
import { type PlaylistDocument, type PlaylistFile, recordingLink } from './playlist-file.ts';

/** A table of the tracks for a spreadsheet. */
export const tracksCsv: PlaylistFile = {
  fileName: 'tracks.csv',
  mediaType: 'text/csv; charset=utf-8',
  title: 'Track list for a spreadsheet',
  description: 'Every track with what is known of it, one to a row.',
  carries: () => true,
  render: (document) => writeSpreadsheet(toColumns(document), [...document.entries.entries()]),
};

type Row = [index: number, entry: PlaylistEntry];

function toColumns(document: PlaylistDocument): Column<Row>[] {
  const { guide, service } = document;
  return [
    ['Number', ([index]) => index + 1],
    ['Title', ([, { track }]) => track.title],
    ['Performers', ([, { track }]) => track.performers.join('; ')],
    ['Writers', ([, { track }]) => track.writers.map(toWriter).join('; ')],
    ['Kind', ([, { track }]) => track.kind],
    ['Album', ([, { album }]) => album?.title],
    ['Disc', ([, { track }]) => track.album?.disc],
    ['Number on album', ([, { track }]) => track.album?.number],
    ['Year', ([, { track }]) => track.year],
    ['Duration', ([, { track }]) => (track.duration === undefined ? undefined : formatTime(track.duration))],
    ['ISRC', ([, { track }]) => track.isrc],
    ['MusicBrainz recording', ([, { track }]) => track.musicbrainz],
    ['In the film', ([, { track }]) => isInFilm(track)],
    ['Where it is heard', ([, { cues }]) => cues.flatMap((cue) => describeCue(cue, guide) ?? []).join('; ')],
    ['Page', ([, { track }]) => document.trackUrl(track.id)],
    ...(service ? toServiceColumns(document, SERVICE_TITLES[service]) : []),
  ];
}

function toServiceColumns(document: PlaylistDocument, service: string): Column<Row>[] {
  return [
    [`Link on ${service}`, ([, entry]) => recordingLink(entry, document)],
    [`Why not on ${service}`, ([, { reason }]) => reason],
  ];
}

function toWriter({ name, part }: PlaylistEntry['track']['writers'][number]): string {
  return part === undefined ? name : `${name} (${part})`;
}
