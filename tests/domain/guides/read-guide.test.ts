import { describe, expect, test } from 'vitest';
import { formatPath } from '../../../src/domain/guides/problem.ts';
import { readGuide } from '../../../src/domain/guides/read-guide.ts';

const GUIDE = { id: 'film', film: { title: 'Film', year: 2001 } };

function problemsOf(data: object): string[] {
  const { problems } = readGuide({ ...GUIDE, ...data });
  return problems.map(({ path, message }) => `${formatPath(path)}: ${message}`);
}

const track = (fields: object) => ({ id: 'a', title: 'A', kind: 'song', ...fields });
const cue = (fields: object) => ({ tracks: [track({ cues: [{ id: 'one', ...fields }] })] });
const CINEMA = { ...GUIDE.film, editions: [{ id: 'cinema', name: 'Cinema', runningTime: '1:00:00' }] };

describe('besides a mistake of form', () => {
  test.each<[string, object, string[]]>([
    [
      'an id used twice is told',
      { sources: [{ id: 'x', title: 'X', kind: 'k' }, { id: 'x' }] },
      ['sources[1].id: the source id "x" is used twice'],
    ],
    [
      'an unknown source is told',
      { introduction: 3, ...cue({ sources: ['y'] }) },
      ['tracks[0].cues[0].sources[0]: there is no source "y" in this guide'],
    ],
    [
      'a source that is known is no problem, though it is incomplete',
      { sources: [{ id: 'x' }], ...cue({ sources: ['x'] }) },
      [],
    ],
    [
      'a wrong time is told, also where an edition is missing',
      { film: 3, ...cue({ times: [{ start: '1:30', end: '1:02' }, { start: 'soon' }] }) },
      [
        'tracks[0].cues[0].times: times need an edition of the film',
        'tracks[0].cues[0].times[0]: end 0:01:02 is before start 0:01:30',
      ],
    ],
    [
      'a time after the end of the film is told',
      { film: { ...CINEMA, year: 'soon' }, ...cue({ edition: 'cinema', times: [{ start: '2:00:00' }] }) },
      ['tracks[0].cues[0].times[0]: 2:00:00 is after the end of the film (1:00:00)'],
    ],
    [
      'a number used twice on an album is told',
      {
        albums: [{ id: 'x' }],
        tracks: [
          track({ album: { id: 'x', number: 1 } }),
          track({ id: 'b', album: { id: 'x', number: 'one' } }),
          track({ id: 'c', album: { id: 'x', number: 1 } }),
        ],
      },
      ['tracks[2].album.number: another track is number 1 of this album'],
    ],
  ])('%s', (_, data, expected) => {
    const form = /(is missing|should be .*|is not a time.*)$/;
    const problems = problemsOf(data);
    expect(problems.filter((problem) => form.test(problem))).not.toEqual([]);
    expect(problems.filter((problem) => !form.test(problem))).toEqual(expected);
  });

  test.each<[string, object, string]>([
    ['a list of sources', { sources: 'x', ...cue({ sources: ['y'] }) }, 'sources: should be a list'],
    ['the film', { film: 'F', ...cue({ edition: 'cut' }) }, 'film: should be a group of fields'],
    [
      'an edition',
      cue({ edition: 3, times: [{ start: '1:00' }] }),
      'tracks[0].cues[0].edition: should be text',
    ],
    [
      'a running time',
      {
        film: { ...CINEMA, editions: [{ id: 'cut', name: 'Cut', runningTime: 'long' }] },
        ...cue({ edition: 'cut', times: [{ start: '9:00:00' }] }),
      },
      'film.editions[0].runningTime: "long" is not a time; write 1:02:03, 62:03, 3723 or 1h2m3s',
    ],
    [
      'the end of a time',
      { film: CINEMA, ...cue({ edition: 'cinema', times: [{ start: '1:00', end: 'soon' }] }) },
      'tracks[0].cues[0].times[0].end: "soon" is not a time; write 1:02:03, 62:03, 3723 or 1h2m3s',
    ],
    [
      'the name of a source',
      cue({ sources: ['Not A Slug'] }),
      'tracks[0].cues[0].sources[0]: is not a slug; write lower-case letters, digits and single hyphens',
    ],
    ['a track', { tracks: ['a'] }, 'tracks[0]: should be a group of fields'],
  ])('nothing follows from %s of the wrong form', (_, data, problem) => {
    expect(problemsOf(data)).toEqual([problem]);
  });
});

describe('a character that nobody can see is refused in', () => {
  test.each<[string, object, string]>([
    [
      'a title',
      { film: { ...GUIDE.film, title: 'Fi\0lm' } },
      'film.title: holds the control character U+0000',
    ],
    ['prose', { introduction: 'One\r\ntwo.' }, 'introduction: holds the control character U+000D'],
    [
      'a list',
      { tracks: [track({ performers: ['Ann\u0085'] })] },
      'tracks[0].performers[0]: holds the control character U+0085',
    ],
    [
      'a language',
      { tracks: [track({ language: 'e\u007fn' })] },
      'tracks[0].language: holds the control character U+007F',
    ],
    [
      'an address',
      { sources: [{ id: 'x', title: 'X', kind: 'k', url: 'https://example.org/\u0001a' }] },
      'sources[0].url: holds the control character U+0001',
    ],
  ])('%s', (_, data, problem) => {
    expect(problemsOf(data)).toEqual([`${problem}, which nobody can see; remove it`]);
  });

  test('none where it is a line break or a tab', () => {
    expect(problemsOf({ introduction: 'One\n\n\ttwo.' })).toEqual([]);
  });
});
