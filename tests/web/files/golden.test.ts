import { expect, test } from 'vitest';
import { PLAYLIST_FILES } from '../../../src/web/files/files.ts';
import { documentOf } from '../../support/small-guide.ts';

const SITE = 'https://guide.example/site';
const PAGE = `${SITE}/guides/last-ferry`;
const LINK = 'https://open.spotify.com/track/0000000000000000000001';

/** Every byte of every file of the small guide in film order. */
const GOLDEN: Record<string, string> = {
  'tunemymusic.csv': `Track name,Artist name,Album,Playlist name,Type,ISRC,Spotify - id
"Slow Water","The Moorings, Inés Vidal","Harbour Lights","Last Ferry (2001): music in film order","Playlist","GBAAA9900001","0000000000000000000001"
"=SUM(A1)","Ö & Co","","Last Ferry (2001): music in film order","Playlist","",""
`,
  'soundiiz.csv': crlf(`title;artist;album;isrc
Slow Water;"The Moorings, Inés Vidal";Harbour Lights;GBAAA9900001
=SUM(A1);Ö & Co;;
`),
  'tracks.csv':
    crlf(`\uFEFF"Number","Title","Performers","Writers","Kind","Album","Disc","Number on album","Year","Duration","ISRC","MusicBrainz recording","In the film","Where it is heard","Page","Link on Spotify","Why not on Spotify"
"1","Slow Water","The Moorings; Inés Vidal","Inés Vidal (words); Bo Lind (music)","song","Harbour Lights","","1","1998","3:12","GBAAA9900001","00000000-0000-4000-8000-000000000001","yes","0:42–2:55, 3:30–3:40 (cinema): Opening titles; The depot (inferred)","${PAGE}/tracks/slow-water","${LINK}",""
"2","'=SUM(A1)","Ö & Co","Ö","score","","","","","","","","yes","1:10:00.5 (cinema)","${PAGE}/tracks/sum","","Only another version of it was found. This is a live recording."
"3","Tickets, ""please""","","","dialogue","Harbour Lights","","2","","","","","no","","${PAGE}/tracks/tickets-please","","Nobody has looked for it yet."
`),
  'cue-sheet.csv':
    crlf(`\uFEFF"Film","In the film","Cue","Title","Writers","Publisher","Performers","ISRC","Usage","Origin","Start","End","Duration","Edition","Scene","Basis","Sources"
"Last Ferry (2001)","yes","1","Slow Water","Inés Vidal (A); Bo Lind (C)","","The Moorings; Inés Vidal","GBAAA9900001","VV","PreexistingMusic","00:00:42","00:02:55","00:02:13","cinema, 24 fps","Opening titles.","stated","End credits"
"Last Ferry (2001)","yes","1","Slow Water","Inés Vidal (A); Bo Lind (C)","","The Moorings; Inés Vidal","GBAAA9900001","VV","PreexistingMusic","00:03:30","00:03:40","00:00:10","cinema, 24 fps","Opening titles.","stated","End credits"
"Last Ferry (2001)","yes","2","'=SUM(A1)","Ö","","Ö & Co","","BI","SpeciallyCommissionedMusic","01:10:01","","","cinema, 24 fps","(a scene that gives the story away)","stated",""
"Last Ferry (2001)","yes","3","Slow Water","Inés Vidal (A); Bo Lind (C)","","The Moorings; Inés Vidal","GBAAA9900001","","","","","","","The depot","inferred",""
"Last Ferry (2001)","no","","Tickets, ""please""","","","","","","","","","","","","",""
`),
  'playlist.xspf': `<?xml version="1.0" encoding="UTF-8"?>
<playlist xmlns="http://xspf.org/ns/0/" version="1">
  <title>Last Ferry (2001): music in film order</title>
  <info>${PAGE}</info>
  <date>2026-01-31T12:00:00.000Z</date>
  <trackList>
    <track>
      <identifier>https://musicbrainz.org/recording/00000000-0000-4000-8000-000000000001</identifier>
      <title>Slow Water</title>
      <creator>The Moorings, Inés Vidal</creator>
      <annotation>0:42–2:55, 3:30–3:40 (cinema): Opening titles. The depot (inferred). A waltz for one voice.</annotation>
      <info>${PAGE}/tracks/slow-water</info>
      <album>Harbour Lights</album>
      <trackNum>1</trackNum>
      <duration>192000</duration>
      <link rel="${SITE}/ns/spotify">${LINK}</link>
      <meta rel="${SITE}/ns/isrc">GBAAA9900001</meta>
    </track>
    <track>
      <title>=SUM(A1)</title>
      <creator>Ö &amp; Co</creator>
      <annotation>1:10:00.5 (cinema).</annotation>
      <info>${PAGE}/tracks/sum</info>
    </track>
    <track>
      <title>Tickets, "please"</title>
      <annotation>Not heard in the film.</annotation>
      <info>${PAGE}/tracks/tickets-please</info>
      <album>Harbour Lights</album>
      <trackNum>2</trackNum>
    </track>
  </trackList>
</playlist>
`,
  'playlist.jspf': indented({
    playlist: {
      title: 'Last Ferry (2001): music in film order',
      info: PAGE,
      date: '2026-01-31T12:00:00.000Z',
      extension: { 'https://musicbrainz.org/doc/jspf#playlist': { public: true } },
      track: [
        {
          identifier: ['https://musicbrainz.org/recording/00000000-0000-4000-8000-000000000001'],
          title: 'Slow Water',
          creator: 'The Moorings, Inés Vidal',
          annotation:
            '0:42–2:55, 3:30–3:40 (cinema): Opening titles. The depot (inferred). A waltz for one voice.',
          info: `${PAGE}/tracks/slow-water`,
          album: 'Harbour Lights',
          trackNum: 1,
          duration: 192000,
          link: [{ [`${SITE}/ns/spotify`]: LINK }],
          meta: [{ [`${SITE}/ns/isrc`]: 'GBAAA9900001' }],
          extension: {
            'https://musicbrainz.org/doc/jspf#track': {
              additional_metadata: { cue: '1', start: 'PT42S', edition: 'cinema' },
            },
          },
        },
        {
          title: '=SUM(A1)',
          creator: 'Ö & Co',
          annotation: '1:10:00.5 (cinema).',
          info: `${PAGE}/tracks/sum`,
          extension: {
            'https://musicbrainz.org/doc/jspf#track': {
              additional_metadata: { cue: '2', start: 'PT4200.5S', edition: 'cinema' },
            },
          },
        },
        {
          title: 'Tickets, "please"',
          annotation: 'Not heard in the film.',
          info: `${PAGE}/tracks/tickets-please`,
          album: 'Harbour Lights',
          trackNum: 2,
        },
      ],
    },
  }),
  'playlist.m3u8': `#EXTM3U
#PLAYLIST:Last Ferry (2001): music in film order
#EXTINF:192,The Moorings, Inés Vidal - Slow Water
#EXTALB:Harbour Lights
${LINK}
`,
  'playlist.json': indented({
    title: 'Last Ferry (2001): music in film order',
    url: PAGE,
    guide: 'last-ferry',
    film: { title: 'Last Ferry', year: 2001 },
    order: 'film',
    publishedAt: '2026-01-31T12:00:00.000Z',
    service: 'spotify',
    carried: 1,
    tracks: [
      {
        id: 'slow-water',
        url: `${PAGE}/tracks/slow-water`,
        title: 'Slow Water',
        kind: 'song',
        performers: ['The Moorings', 'Inés Vidal'],
        writers: [
          { name: 'Inés Vidal', part: 'words' },
          { name: 'Bo Lind', part: 'music' },
        ],
        version: [],
        year: 1998,
        durationMs: 192000,
        isrc: 'GBAAA9900001',
        musicbrainz: '00000000-0000-4000-8000-000000000001',
        album: { title: 'Harbour Lights', number: 1 },
        inFilm: 'yes',
        cues: [
          {
            id: 'slow-water-opening',
            order: 1,
            scene: 'Opening titles.',
            isSpoiler: false,
            basis: 'stated',
            edition: 'cinema',
            times: [
              { startMs: 42000, endMs: 175000 },
              { startMs: 210000, endMs: 220000 },
            ],
            usage: 'VV',
            origin: 'PreexistingMusic',
          },
          {
            id: 'slow-water-depot',
            order: 3,
            scene: 'The depot',
            isSpoiler: false,
            basis: 'inferred',
            times: [],
          },
        ],
        match: { grade: 'same', recordingId: '0000000000000000000001', url: LINK, confidence: 0.9 },
      },
      {
        id: 'sum',
        url: `${PAGE}/tracks/sum`,
        title: '=SUM(A1)',
        kind: 'score',
        performers: ['Ö & Co'],
        writers: [{ name: 'Ö' }],
        version: [],
        inFilm: 'yes',
        cues: [
          {
            id: 'sum-end',
            order: 2,
            scene: 'The ferry sinks',
            isSpoiler: true,
            basis: 'stated',
            edition: 'cinema',
            times: [{ startMs: 4200500 }],
            usage: 'BI',
            origin: 'SpeciallyCommissionedMusic',
          },
        ],
        match: {
          grade: 'other-version',
          confidence: 0.4,
          reason: 'Only another version of it was found. This is a live recording.',
        },
      },
      {
        id: 'tickets-please',
        url: `${PAGE}/tracks/tickets-please`,
        title: 'Tickets, "please"',
        kind: 'dialogue',
        performers: [],
        writers: [],
        version: [],
        album: { title: 'Harbour Lights', number: 2 },
        inFilm: 'no',
        cues: [],
        match: { grade: 'not-searched', reason: 'Nobody has looked for it yet.' },
      },
    ],
  }),
};

test.each(PLAYLIST_FILES)('$fileName of the small guide is the same to the byte', ({ fileName, render }) => {
  expect(render(documentOf())).toBe(GOLDEN[fileName]);
});

function crlf(text: string): string {
  return text.replaceAll('\n', '\r\n');
}

function indented(data: unknown): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}
