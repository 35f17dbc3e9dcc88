import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Grade } from '../../../src/domain/matching/match.ts';
import { matchTrack } from '../../../src/domain/matching/match-track.ts';
import type { WantedTrack } from '../../../src/domain/matching/wanted-track.ts';
import type { Recording } from '../../../src/domain/services/recording.ts';

const SOUNDTRACK = 'Leaving Las Vegas (Original Motion Picture Soundtrack)';

function want(fields: Partial<WantedTrack> & { title: string }): WantedTrack {
  return { kind: 'song', titleVariants: [], performers: [], albums: [], versions: [], ...fields };
}

const ANGEL_EYES = want({
  title: 'Angel Eyes',
  performers: ['Sting'],
  albums: [SOUNDTRACK, 'Sting At The Movies'],
});
const HENLEY = want({
  title: 'Come Rain or Come Shine',
  performers: ['Don Henley'],
  versions: ['live'],
  albums: [SOUNDTRACK],
});
const TEARDROPS = want({
  title: 'Lonely Teardrops',
  performers: ['Michael McDonald', 'The New York Rock and Soul Revue'],
  versions: ['live'],
  albums: ['Live at the Beacon', 'The New York Rock and Soul Revue: Live at the Beacon'],
  year: 1991,
});
const RIDICULOUS = want({ title: 'Ridiculous', performers: ['Nicolas Cage'], albums: [SOUNDTRACK] });
const GET_OUT = want({ title: 'Get Out', kind: 'dialogue', albums: [SOUNDTRACK] });
const TITLE_CUE = want({ title: 'Leaving Las Vegas', kind: 'score', albums: [SOUNDTRACK] });
const FIGGIS_CUE = want({
  title: 'Leaving Las Vegas',
  kind: 'score',
  performers: ['Mike Figgis'],
  albums: [SOUNDTRACK],
});
const THIRD_MAN = want({ title: 'The Third Man Theme' });

/** `title | artist, artist | album | m:ss`, as short as a table needs it; the place in the list is the id. */
function recordings(lines: string[]): Recording[] {
  return lines.map((line, i) => {
    const [title = '', artists = '', album, length] = line.split(' | ');
    const [minutes, seconds] = (length ?? '').split(':').map(Number);
    return {
      id: `r${i + 1}`,
      title,
      artists: artists === '' ? [] : artists.split(', '),
      ...(album && { album }),
      ...(seconds !== undefined && { durationMs: ((minutes ?? 0) * 60 + seconds) * 1000 }),
    };
  });
}

interface Case {
  name: string;
  wanted: WantedTrack;
  candidates: string[];
  grade: Grade;
  id?: string;
  /** Stands in one of the reasons. */
  reason?: string;
}

const CASES: Case[] = [
  {
    name: 'of two copies on records that the guide names, the one on its own album is taken',
    wanted: ANGEL_EYES,
    candidates: [
      'Angel Eyes | Sting | Sting At The Movies | 3:58',
      `Angel Eyes | Sting | ${SOUNDTRACK} | 3:58`,
    ],
    grade: 'same',
    id: 'r2',
    reason: 'album',
  },
  {
    name: 'the song on the soundtrack is the one',
    wanted: ANGEL_EYES,
    candidates: [
      'Angel Eyes | Frank Sinatra | Only the Lonely | 3:46',
      'Angel Eyes | Ella Fitzgerald | Like Someone in Love | 2:54',
      `Angel Eyes | Sting | ${SOUNDTRACK} | 4:00`,
      'Angel Eyes (Karaoke Version) [Originally Performed by Sting] | Sing King Karaoke | Karaoke Hits',
    ],
    grade: 'same',
    id: 'r3',
    reason: 'album',
  },
  {
    name: 'another singer’s recording is not the song',
    wanted: ANGEL_EYES,
    candidates: ['Angel Eyes | Frank Sinatra | Only the Lonely | 3:46'],
    grade: 'unavailable',
    reason: 'Performed by Frank Sinatra; the guide means Sting.',
  },
  {
    name: 'a karaoke version is not the song, even under the singer’s name',
    wanted: ANGEL_EYES,
    candidates: ['Angel Eyes (Karaoke Version) | Sting | Karaoke Hits'],
    grade: 'unavailable',
    reason: 'This is a karaoke version.',
  },
  {
    name: 'a tribute is not the song',
    wanted: ANGEL_EYES,
    candidates: ['Angel Eyes | Sting | A Tribute to Sting'],
    grade: 'unavailable',
    reason: 'This is a cover or a tribute.',
  },
  {
    name: 'the singer’s live recording is another version',
    wanted: ANGEL_EYES,
    candidates: [
      'Angel Eyes - Live in Tokyo | Sting | In Concert | 4:31',
      'Angel Eyes | Frank Sinatra | Only the Lonely',
    ],
    grade: 'other-version',
    reason: 'This is a live recording.',
  },
  {
    name: 'a plain title on a live album is a live recording',
    wanted: ANGEL_EYES,
    candidates: ['Angel Eyes | Sting | Live in Berlin'],
    grade: 'other-version',
    reason: 'This is a live recording.',
  },
  {
    name: 'a remaster is the same recording',
    wanted: ANGEL_EYES,
    candidates: ['Angel Eyes - Remastered 2011 | Sting | The Complete Collection | 4:00'],
    grade: 'same',
    id: 'r1',
  },
  {
    name: 'the other album the guide names will do',
    wanted: ANGEL_EYES,
    candidates: [
      'Angel Eyes | Sting | Sting At The Movies | 4:00',
      'Angel Eyes | Sting | Greatest Hits | 4:00',
    ],
    grade: 'same',
    id: 'r1',
  },
  {
    name: 'an album goes before a compilation',
    wanted: want({ title: 'Angel Eyes', performers: ['Sting'] }),
    candidates: ['Angel Eyes | Sting | The Very Best of Sting | 4:00', 'Angel Eyes | Sting | Ballads | 4:01'],
    grade: 'same',
    id: 'r2',
  },
  {
    name: 'a live take plainly titled on the very album the guide names is the one',
    wanted: HENLEY,
    candidates: [
      'Come Rain or Come Shine | Ray Charles | The Genius of Ray Charles',
      `Come Rain or Come Shine | Don Henley | ${SOUNDTRACK}`,
    ],
    grade: 'same',
    id: 'r2',
  },
  {
    name: 'a live take on a live album is live without saying so',
    wanted: HENLEY,
    candidates: ['Come Rain or Come Shine | Don Henley | MTV Unplugged'],
    grade: 'same',
    id: 'r1',
  },
  {
    name: 'a plain recording elsewhere is not the live one',
    wanted: HENLEY,
    candidates: ['Come Rain or Come Shine | Don Henley | Duets'],
    grade: 'other-version',
    reason: 'The guide means the live recording; this one does not say that it is.',
  },
  {
    name: 'the live song is found under the band’s name on its album',
    wanted: TEARDROPS,
    candidates: [
      'Lonely Teardrops | Jackie Wilson | The Ultimate Jackie Wilson | 2:44',
      'Lonely Teardrops - Live | The New York Rock and Soul Revue, Michael McDonald | The New York Rock And Soul Revue - Live At The Beacon',
    ],
    grade: 'same',
    id: 'r2',
  },
  {
    name: 'the first recording by another singer is not the live cover',
    wanted: TEARDROPS,
    candidates: ['Lonely Teardrops | Jackie Wilson | The Ultimate Jackie Wilson | 2:44'],
    grade: 'unavailable',
    reason: 'Jackie Wilson',
  },
  {
    name: 'another evening’s live recording is doubtful',
    wanted: TEARDROPS,
    candidates: ['Lonely Teardrops - Live | Michael McDonald | Live at the Royal Albert Hall'],
    grade: 'ambiguous',
    reason: 'Live at the Royal Albert Hall',
  },
  {
    name: 'songs of the same name by others are not it',
    wanted: RIDICULOUS,
    candidates: [
      'Ridiculous | Dawn Landes | Straight Lines',
      'Ridiculous Thoughts | The Cranberries | No Need to Argue',
    ],
    grade: 'unavailable',
    reason: 'Performed by',
  },
  {
    name: 'dialogue is found on the album',
    wanted: GET_OUT,
    candidates: ['Get Out | Casual Sex | The Bastard Beat', `Get Out | Various Artists | ${SOUNDTRACK}`],
    grade: 'same',
    id: 'r2',
  },
  {
    name: 'dialogue is found nowhere but on the album',
    wanted: GET_OUT,
    candidates: ['Get Out | Casual Sex | The Bastard Beat'],
    grade: 'unavailable',
    reason: 'It is not on the album',
  },
  {
    name: 'a song called like the film is not the score',
    wanted: TITLE_CUE,
    candidates: [
      'Leaving Las Vegas | Sheryl Crow | Tuesday Night Music Club',
      'Leaving Las Vegas | Sheryl Crow | Leaving Las Vegas',
    ],
    grade: 'ambiguous',
    reason: 'The guide names no performer',
  },
  {
    name: 'a song called like the film is not its composer’s cue',
    wanted: FIGGIS_CUE,
    candidates: ['Leaving Las Vegas | Sheryl Crow | Leaving Las Vegas | 5:10'],
    grade: 'unavailable',
    reason: 'Performed by Sheryl Crow; the guide means Mike Figgis.',
  },
  {
    name: 'the score cue on the soundtrack is the one',
    wanted: TITLE_CUE,
    candidates: [
      'Leaving Las Vegas | Sheryl Crow | Leaving Las Vegas',
      `Leaving Las Vegas | Mike Figgis | ${SOUNDTRACK}`,
    ],
    grade: 'same',
    id: 'r2',
  },
  {
    name: 'a title without performer and album is left to a person',
    wanted: THIRD_MAN,
    candidates: [
      'The Third Man Theme | Anton Karas | The Third Man',
      'Third Man Theme | The Band | Moondog Matinee',
    ],
    grade: 'ambiguous',
    reason: 'The guide names no performer',
  },
  {
    name: 'two lengths far apart are two recordings',
    wanted: want({ title: 'Angel Eyes', performers: ['Sting'] }),
    candidates: ['Angel Eyes | Sting | One | 4:00', 'Angel Eyes | Sting | Two | 5:30'],
    grade: 'ambiguous',
    reason: 'Two different recordings fit, 4:00 and 5:30 long',
  },
  {
    name: 'the guide’s length tells two recordings apart',
    wanted: want({ title: 'Angel Eyes', performers: ['Sting'], durationMs: 331_000 }),
    candidates: ['Angel Eyes | Sting | One | 4:00', 'Angel Eyes | Sting | Two | 5:30'],
    grade: 'same',
    id: 'r2',
  },
  {
    name: 'a length far from the guide’s is doubtful',
    wanted: want({ title: 'Angel Eyes', performers: ['Sting'], durationMs: 331_000 }),
    candidates: ['Angel Eyes | Sting | One | 4:00'],
    grade: 'ambiguous',
    reason: 'It is 91 seconds shorter than the guide says.',
  },
  {
    name: 'a band’s live song is found where the service credits the band alone, on its album',
    wanted: TEARDROPS,
    candidates: [
      'Lonely Teardrops | The New York Rock and Soul Revue | The New York Rock and Soul Revue: Live at the Beacon',
    ],
    grade: 'same',
    id: 'r1',
  },
  {
    name: 'the guide’s own album may be a tribute',
    wanted: want({
      title: 'Come Down in Time',
      performers: ['Sting'],
      albums: ['Two Rooms: A Tribute to Elton John'],
    }),
    candidates: ['Come Down in Time | Sting | Two Rooms: A Tribute to Elton John'],
    grade: 'same',
    id: 'r1',
  },
  {
    name: 'a marked edit does not make the plain recording doubtful',
    wanted: want({ title: 'Angel Eyes', performers: ['Sting'] }),
    candidates: ['Angel Eyes - Radio Edit | Sting | One | 3:00', 'Angel Eyes | Sting | Two | 4:00'],
    grade: 'same',
    id: 'r2',
  },
  {
    name: 'two recordings that both have the guide’s length are one',
    wanted: want({ title: 'Angel Eyes', performers: ['Sting'], durationMs: 240_000 }),
    candidates: ['Angel Eyes | Sting | One | 3:58', 'Angel Eyes | Sting | Two | 4:02'],
    grade: 'same',
    id: 'r1',
  },
  {
    name: 'another name for the song is as good',
    wanted: want({ title: 'Theme', titleVariants: ['The Harry Lime Theme'], performers: ['Anton Karas'] }),
    candidates: ['The Harry Lime Theme | Anton Karas | Zither'],
    grade: 'same',
    id: 'r1',
  },
  {
    name: 'a remix asked for is not another remix',
    wanted: want({ title: 'Angel Eyes (Kygo Remix)', performers: ['Sting'], versions: ['remix'] }),
    candidates: ['Angel Eyes - Tiësto Remix | Sting | Remixes'],
    grade: 'other-version',
    reason: 'Tiësto Remix',
  },
  {
    name: 'nothing found is unavailable',
    wanted: ANGEL_EYES,
    candidates: [],
    grade: 'unavailable',
    reason: 'Angel Eyes',
  },
];

describe('a track is decided with care', () => {
  test.each(CASES)('$name', ({ wanted, candidates, grade, id, reason }) => {
    const decision = matchTrack(wanted, recordings(candidates));
    expect(decision).toMatchObject({ grade });
    expect(decision.recordingId).toBe(id);
    expect(decision.reasons.join(' ')).toContain(reason ?? 'agree');
    expect(decision.alternates).toHaveLength(candidates.length - (id ? 1 : 0));
  });
});

const PLAIN: Recording = { id: 'a', title: 'Angel Eyes', artists: ['Sting'] };

test('the same recording code settles the version, not the performer', () => {
  const wanted = { ...ANGEL_EYES, isrc: 'GBUM71801877' };
  const live = { ...PLAIN, title: 'Angel Eyes - Live', isrc: 'GB-UM7-18-01877' };
  expect(matchTrack(wanted, [live])).toMatchObject({ grade: 'same', recordingId: 'a' });
  expect(matchTrack(wanted, [{ ...live, artists: ['Frank Sinatra'] }])).toMatchObject({
    grade: 'unavailable',
  });
});

test('another recording code says nothing', () => {
  const [having, lacking] = ['GBUM71801878', undefined].map((isrc) =>
    matchTrack({ ...ANGEL_EYES, isrc: 'GBUM71801877' }, [{ ...PLAIN, isrc }]),
  );
  expect(having).toEqual(lacking);
});

test('a recording issued long before the guide’s year is another one', () => {
  const wanted = want({ title: 'Angel Eyes', performers: ['Sting'], year: 1995 });
  expect(matchTrack(wanted, [{ ...PLAIN, releaseDate: '1958-09-08' }]).grade).toBe('ambiguous');
  expect(matchTrack(wanted, [{ ...PLAIN, releaseDate: '2017' }]).grade).toBe('same');
  expect(matchTrack(wanted, [{ ...PLAIN, releaseDate: '1900' }]).grade).toBe('same');
});

test('a recording that is not played here is not picked', () => {
  const hidden = { ...PLAIN, isPlayable: false };
  expect(matchTrack(ANGEL_EYES, [hidden])).toMatchObject({ grade: 'unavailable' });
  expect(matchTrack(ANGEL_EYES, [hidden]).recordingId).toBeUndefined();
  expect(matchTrack(ANGEL_EYES, [hidden, { ...PLAIN, id: 'b' }]).recordingId).toBe('b');
});

test('what neither side says is not held against a candidate', () => {
  const decision = matchTrack(want({ title: 'Angel Eyes', performers: ['Sting'] }), [PLAIN]);
  expect(decision).toMatchObject({ grade: 'same', confidence: 1, penalties: [] });
});

test('a close second lowers the confidence', () => {
  const wanted = want({ title: 'Angel Eyes', performers: ['Sting'], durationMs: 240_000 });
  const best = { ...PLAIN, durationMs: 240_000 };
  const close = { ...PLAIN, id: 'b', durationMs: 247_000 };
  expect(matchTrack(wanted, [best, close]).confidence).toBeLessThan(matchTrack(wanted, [best]).confidence);
});

const pick = (...texts: string[]) => fc.constantFrom(...texts);
const anyRecording: fc.Arbitrary<Recording> = fc.record(
  {
    id: pick('a', 'b', 'c', 'd', 'e'),
    title: fc.oneof(
      pick(
        'Angel Eyes',
        'Angel Eyes - Live',
        'Angel Eyes (Remastered)',
        'angel eyes',
        'Angel Eyes - Radio Edit',
      ),
      fc.string({ unit: 'binary' }),
    ),
    artists: fc.array(
      fc.oneof(pick('Sting', 'Frank Sinatra', 'Various Artists'), fc.string({ unit: 'binary' })),
      {
        maxLength: 3,
      },
    ),
    album: fc.oneof(pick(SOUNDTRACK, 'Greatest Hits', 'Live in Berlin'), fc.string({ unit: 'binary' })),
    releaseDate: pick('1958', '1995-11', 'soon'),
    durationMs: fc.constantFrom(239_000, 240_000, 246_000, 300_000),
    isrc: pick('GBUM71801877', 'USMC16353721'),
    isPlayable: fc.boolean(),
  },
  { requiredKeys: ['id', 'title', 'artists'] },
);

test('the order in which candidates come changes nothing', () => {
  fc.assert(
    fc.property(fc.array(anyRecording, { maxLength: 7 }), (candidates) => {
      const wanted = { ...ANGEL_EYES, durationMs: 240_000, year: 1995 };
      expect(matchTrack(wanted, candidates.toReversed())).toEqual(matchTrack(wanted, candidates));
    }),
  );
});

test('any text can be asked for and answered', () => {
  const text = fc.string({ unit: 'binary' });
  const anyWanted = fc.record({ title: text, performers: fc.array(text), albums: fc.array(text) });
  fc.assert(
    fc.property(anyWanted, fc.array(anyRecording, { maxLength: 4 }), (fields, candidates) => {
      const { confidence, recordingId, grade } = matchTrack(want(fields), candidates);
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(recordingId !== undefined).toBe(grade === 'same');
    }),
  );
});
