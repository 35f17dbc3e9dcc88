import { describe, expect, test } from 'vitest';
import { formatFileProblem } from '../../../src/adapters/tracks/file-problem.ts';
import { readGuideFile } from '../../../src/adapters/tracks/read-guide-file.ts';

const NAME = 'tracks/film.yaml';

/** What is wrong with a text, as it is told. */
function problemsOf(content: string | Uint8Array, name = NAME): string[] {
  return readGuideFile(content, name).problems.map((problem) => formatFileProblem(problem, name));
}

const HEAD = `id: film
film:
  title: Film
  year: 2001
  editions:
    - { id: cinema, name: Cinema, runningTime: 1:50:00 }
`;

describe('a guide file', () => {
  test('reads as its guide, with the revision it was made from beside it', () => {
    const basedOn = '0123456789abcdef'.repeat(4);
    const { guide, ...rest } = readGuideFile(`# A comment.\n${HEAD}basedOn: ${basedOn}\n`, NAME);
    expect(rest).toEqual({ basedOn, problems: [] });
    expect(guide).toMatchObject({ id: 'film', film: { title: 'Film', editions: [{ runningTime: 6600 }] } });
    expect(guide).not.toHaveProperty('basedOn');
  });

  test('may be made on any system', () => {
    const bytes = new TextEncoder().encode(`\ufeff${HEAD.replaceAll('\n', '\r\n')}`);
    expect(readGuideFile(bytes, NAME).problems).toEqual([]);
  });
});

describe('a fault of the text', () => {
  test.each<[string, string | Uint8Array, unknown[]]>([
    ['nothing at all', '', ['tracks/film.yaml:1:1 holds no guide']],
    ['comments only', '# nothing\n', ['tracks/film.yaml:1:1 holds no guide']],
    ['a list', '- film\n', ['tracks/film.yaml:1:1 should be a group of fields such as id, film and tracks']],
    [
      'a sentence',
      'Once upon a time\n',
      ['tracks/film.yaml:1:1 should be a group of fields such as id, film and tracks'],
    ],
    [
      'a field written twice',
      `${HEAD}introduction: A\nintroduction: B\n`,
      ['tracks/film.yaml:8:1 the field introduction is written twice; keep one of them'],
    ],
    [
      'a tab',
      `${HEAD}questions:\n\t- id: a\n`,
      [
        'tracks/film.yaml:8:1 a tab indents this line; use spaces',
        'tracks/film.yaml:8:4 questions[0].question: is missing',
        'tracks/film.yaml:8:4 questions[0].answer: is missing',
      ],
    ],
    [
      'a colon within a value',
      `${HEAD}introduction: Las Vegas: the end\n`,
      [
        'tracks/film.yaml:7:1 introduction: should be text',
        'tracks/film.yaml:7:15 this value holds ": "; put it in quotes',
      ],
    ],
    [
      'a quote left open',
      `${HEAD}introduction: "Las Vegas\n`,
      ['tracks/film.yaml:8:1 a colon, comma, quote or bracket is missing here'],
    ],
    [
      'a bracket left open',
      `${HEAD}albums:\n  - {id: a, title: A\nintroduction: B\n`,
      [
        'tracks/film.yaml:9:1 a { before this is not closed: } is missing, or this line is not indented deep enough',
      ],
    ],
    [
      'a list left open',
      `${HEAD}sources: [\n`,
      [
        'tracks/film.yaml:8:1 a [ before this is not closed: ] is missing, or this line is not indented deep enough',
      ],
    ],
    [
      'a second document',
      `${HEAD}---\nid: film\n`,
      ['tracks/film.yaml:7:1 a second document starts here; a file holds one guide'],
    ],
    [
      'an alias',
      `${HEAD}introduction: &a Hello\ncolour: *a\n`,
      ['tracks/film.yaml:8:9 *a is an alias; guide files have none, so write the value out'],
    ],
    [
      'a tag',
      `${HEAD}introduction: !html Hello\n`,
      ['tracks/film.yaml:7:15 tags such as !name are not used in guide files; remove it'],
    ],
    [
      'Latin-1',
      new Uint8Array([...new TextEncoder().encode(`${HEAD}introduction: Caf`), 0xe9, 0x0a]),
      ['tracks/film.yaml:7:18 is not UTF-8; save it as UTF-8'],
    ],
    [
      'brackets without end',
      `${HEAD}introduction: ${'['.repeat(20_000)}\n`,
      [expect.stringMatching(/^tracks\/film.yaml:7:\d+ is nested too deeply to be read$/)],
    ],
  ])('such as %s is told in words and with its place', (_, content, expected) => {
    expect(problemsOf(content)).toEqual(expected);
  });

  test('such as aliases of aliases is told before they grow', () => {
    const lines = ['a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]'];
    for (let i = 1; i < 12; i += 1)
      lines.push(
        `a${i}: &a${i} [${Array(9)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      );
    const problems = problemsOf(HEAD + lines.join('\n'));
    expect(problems).toContain(
      'tracks/film.yaml:8:10 *a0 is an alias; guide files have none, so write the value out',
    );
  });
});

describe('a mistake in the guide', () => {
  test('is told at its place, and all mistakes at once', () => {
    const text = `${HEAD}color: red
sources:
  - { id: poster, title: Poster, kind: picture }
tracks:
  - id: a
    title: A
    kind: tune
    cues:
      - id: one
        edition: cinema
        times:
          - start: 0:01:30
            end: 0:01:02
  - id: b
    kind: song
`;
    expect(problemsOf(text)).toEqual([
      'tracks/film.yaml:7:1 color: is not a field of a guide here',
      'tracks/film.yaml:13:5 tracks[0].kind: "tune" is none of song, score, dialogue',
      'tracks/film.yaml:18:13 tracks[0].cues[0].times[0]: end 0:01:02 is before start 0:01:30',
      'tracks/film.yaml:20:5 tracks[1].title: is missing',
    ]);
  });

  test.each([
    [
      'a time before another',
      'times: [{ start: 0:01:30, end: 0:01:02 }]',
      '14:17 tracks[0].cues[0].times[0]: end 0:01:02 is before start 0:01:30',
    ],
    [
      'a time outside the film',
      'times: [{ start: 2:00:00 }]',
      '14:17 tracks[0].cues[0].times[0]: 2:00:00 is after the end of the film (1:50:00)',
    ],
    [
      'a source that is not listed',
      'sources: [poster]',
      '14:19 tracks[0].cues[0].sources[0]: there is no source "poster" in this guide',
    ],
    [
      'a time that is none',
      'times: [{ start: soon }]',
      '14:19 tracks[0].cues[0].times[0].start: "soon" is not a time; write 1:02:03, 62:03, 3723 or 1h2m3s',
    ],
  ])('such as %s is told', (_, line, expected) => {
    const text = `${HEAD}tracks:
  - id: a
    title: A
    kind: song
    cues:
      - id: one
        edition: cinema
        ${line}
`;
    expect(problemsOf(text)).toEqual([`tracks/film.yaml:${expected}`]);
  });

  test('such as an id used twice is told at the second', () => {
    const text = `${HEAD}sources:\n  - { id: a, title: A, kind: k }\n  - { id: a, title: B, kind: k }\n`;
    expect(problemsOf(text)).toEqual(['tracks/film.yaml:9:7 sources[1].id: the source id "a" is used twice']);
  });

  test('such as a name of the file that is not its id is told', () => {
    expect(problemsOf(HEAD, 'tracks/flim.yaml')).toEqual([
      'tracks/flim.yaml:1:1 id: a guide with this id stands in film.yaml, not flim.yaml',
    ]);
    expect(problemsOf(HEAD, 'tracks/film.yml')).toHaveLength(1);
  });

  test('such as a base that no export wrote is told', () => {
    expect(problemsOf(`${HEAD}basedOn: 3\n`)).toEqual([
      'tracks/film.yaml:7:1 basedOn: is not the hash of a revision; only an export writes it',
    ]);
  });
});
