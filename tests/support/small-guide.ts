import type { Guide } from '../../src/domain/guides/guide.ts';
import { formatPath } from '../../src/domain/guides/problem.ts';
import { readGuide } from '../../src/domain/guides/read-guide.ts';
import type { Match } from '../../src/domain/matching/match.ts';
import { buildPlaylist } from '../../src/domain/playlists/playlist.ts';
import type { PlaylistDocument } from '../../src/web/files/playlist-file.ts';

/** A guide from plain data; a mistake in it fails the test that made it. */
export function guideOf(data: unknown): Guide {
  const { guide, problems } = readGuide(data);
  if (!guide)
    throw new Error(problems.map(({ path, message }) => `${formatPath(path)}: ${message}`).join('\n'));
  return guide;
}

/** The music of an invented film: a song heard twice, a score cue that gives the end away, an album-only dialogue. */
export function smallGuide(): Guide {
  return guideOf({
    id: 'last-ferry',
    film: {
      title: 'Last Ferry',
      year: 2001,
      editions: [{ id: 'cinema', name: 'cinema', frameRate: 24 }],
    },
    albums: [{ id: 'soundtrack', title: 'Harbour Lights' }],
    sources: [{ id: 'credits', title: 'End credits', kind: 'film' }],
    tracks: [
      {
        id: 'tickets-please',
        title: 'Tickets, "please"',
        kind: 'dialogue',
        album: { id: 'soundtrack', number: 2 },
        inFilm: 'no',
        claims: [
          { id: 'by-a-sailor', statement: 'A sailor says it.', source: 'credits', verdict: 'unverified' },
        ],
      },
      {
        id: 'sum',
        title: '=SUM(A1)',
        kind: 'score',
        performers: ['Ö & Co'],
        writers: [{ name: 'Ö' }],
        inFilm: 'yes',
        cues: [
          {
            id: 'sum-end',
            scene: 'The ferry sinks',
            order: 2,
            edition: 'cinema',
            times: [{ start: '1:10:00.5' }],
            perception: 'Background',
            vocal: 'Instrumental',
            origin: 'SpeciallyCommissionedMusic',
            spoiler: true,
          },
        ],
      },
      {
        id: 'slow-water',
        title: 'Slow Water',
        kind: 'song',
        performers: ['The Moorings', 'Inés Vidal'],
        writers: [
          { name: 'Inés Vidal', part: 'words' },
          { name: 'Bo Lind', part: 'music' },
        ],
        year: 1998,
        duration: '3:12',
        isrc: 'GBAAA9900001',
        musicbrainz: '00000000-0000-4000-8000-000000000001',
        album: { id: 'soundtrack', number: 1 },
        notes: 'A *waltz* for [one voice](https://guide.example/waltz).',
        cues: [
          {
            id: 'slow-water-depot',
            scene: 'The depot',
            order: 3,
            basis: 'inferred',
            basisNote: 'From the title.',
          },
          {
            id: 'slow-water-opening',
            scene: 'Opening titles.',
            order: 1,
            edition: 'cinema',
            times: [
              { start: '0:42', end: '2:55' },
              { start: '3:30', end: '3:40' },
            ],
            perception: 'Visual',
            vocal: 'Vocal',
            origin: 'PreexistingMusic',
            sources: ['credits'],
          },
        ],
        claims: [{ id: 'waltz', statement: 'It is a waltz.', source: 'credits', verdict: 'supported' }],
      },
    ],
    claims: [{ id: 'one-take', statement: 'All in one take.', source: 'credits', verdict: 'contradicted' }],
  });
}

/** A stored match; what a test does not say is plain. */
export function matchOf(facts: Partial<Match> & Pick<Match, 'track' | 'grade'>): Match {
  return {
    guide: 'last-ferry',
    service: 'spotify',
    confidence: 0.9,
    reasons: [],
    penalties: [],
    alternates: [],
    decidedBy: 'matcher',
    decidedAt: '2026-01-30T08:00:00.000Z',
    fingerprint: 'f',
    ...facts,
  };
}

/** The matches of the small guide: one recording recognised, one found in another version, one not looked for. */
export function smallMatches(): Match[] {
  return [
    matchOf({ track: 'slow-water', grade: 'same', recordingId: '0000000000000000000001' }),
    matchOf({
      track: 'sum',
      grade: 'other-version',
      confidence: 0.4,
      reasons: ['This is a live recording.'],
    }),
  ];
}

/** A document as a page would hand it to the files, in film order on Spotify unless said otherwise. */
export function documentOf(
  wish: Partial<Pick<PlaylistDocument, 'guide' | 'order' | 'service'>> & { matches?: Match[] } = {},
): PlaylistDocument {
  const { guide = smallGuide(), matches = smallMatches(), order = 'film', service = 'spotify' } = wish;
  const origin = service === 'spotify' ? 'https://open.spotify.com' : 'https://guide.example/site/sandbox';
  const pageUrl = `https://guide.example/site/guides/${guide.id}`;
  return {
    ...buildPlaylist({ guide, matches, order }),
    service,
    publishedAt: '2026-01-31T12:00:00.000Z',
    pageUrl,
    trackUrl: (track) => `${pageUrl}/tracks/${track}`,
    recordingUrl: (id) => `${origin}/track/${id}`,
  };
}

/** Titles that break careless writers of files, and that a guide may have. */
export const AWKWARD_TITLES = [
  'Plain',
  'Comma, semicolon; and "quotes"',
  "It's 'quoted'",
  '=SUM(A1)',
  '+1 (Remix)',
  '-',
  '@home',
  '＝１＋１',
  'Two\nlines',
  'Tab\tstop',
  'Rock & Roll <b>loud</b>',
  ']]> &amp; <![CDATA[',
  '#EXTM3U',
  '🎷 Saxophone 👩🏽‍🎤',
  'שיר ערש',
  '\u202Eright-to-left override',
  'Line\u2028separator',
  'Lone \uD83D surrogate and \uFFFE noncharacter',
  'Ångström e\u0301',
];

/** Titles that a guide is refused for; the writers of files must be safe all the same. */
export const FORBIDDEN_TITLES = [
  'Carriage\r\nreturn',
  'Control\u0000\u0001\u001B\u007F characters',
  '\u0000=NUL first',
  'Next\u0085line',
];

/** A guide whose tracks bear the given titles, also as performers and album. They are put in after it was read. */
export function guideWithTitles(titles: readonly string[]): Guide {
  const [first = ''] = titles;
  const guide = guideOf({
    id: 'awkward',
    film: { title: 'Film', year: 2001 },
    albums: [{ id: 'album', title: 'Album' }],
    tracks: titles.map((_, i) => ({
      id: `track-${i + 1}`,
      title: 'Track',
      kind: 'song',
      album: { id: 'album', number: i + 1 },
    })),
  });
  return {
    ...guide,
    film: { ...guide.film, title: first },
    albums: guide.albums.map((album) => ({ ...album, title: first })),
    tracks: guide.tracks.map((track, i) => {
      const title = (titles[i] ?? '').trim();
      return { ...track, title, performers: [title], notes: title };
    }),
  };
}

/** A match with a recording for every track of a guide. */
export function matchAll(guide: Guide): Match[] {
  return guide.tracks.map(({ id }, i) =>
    matchOf({ guide: guide.id, track: id, grade: 'same', recordingId: `id${i + 1}` }),
  );
}
