import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readGuideFile } from '../../../src/adapters/tracks/read-guide-file.ts';
import { writeGuideFile } from '../../../src/adapters/tracks/write-guide-file.ts';
import type { Guide } from '../../../src/domain/guides/guide.ts';
import { readGuide } from '../../../src/domain/guides/read-guide.ts';
import { guideOf, smallGuide } from '../../support/small-guide.ts';

const HASH = '0123456789abcdef'.repeat(4);
const NAME = 'film.yaml';

/** A file as people write them: comments everywhere, several styles side by side. */
const TEXT = `# All about the film.

id: film   # the id
# About the film.
film:   # facts
    title: 'Film'
    year: 2001 # poster
    cast:
    # the leads
    - name: Ann # first
    - # from the credits
      name: Bo
      # Bo's part is unknown

    - { name: Cy } # third
    identifiers: { imdb: tt0113627 }
introduction: |   # by hand
    Hello there.

    # not a comment

# Tracks follow.
tracks:
# ---- act one ----
- id: a
  title: "Quoted"  # sic
  kind:
    song
  notes: plain text over
    several lines
  sources: []
  # a ends

# ---- act two ----

- id: b

  title: Plain
  kind: score
  performers:
  - One # uno
  - Two
  # who else?
  cues:
    - id: x
      scene: >-
        folded text
        goes on

      spoiler: false
- id: c
  title: Last
  kind: song

# The end.
`;

function read(text: string): Guide {
  const { guide, problems } = readGuideFile(text, NAME);
  if (!guide) throw new Error(JSON.stringify(problems));
  return guide;
}

type Change = (guide: Guide) => void;

/** The file's text after a change of its guide, without the line that an export adds. */
function written(change: Change, text = TEXT): string {
  const guide = read(text);
  change(guide);
  return writeGuideFile(text, guide, HASH).replace(`basedOn: ${HASH}\n`, '');
}

/** The lines that differ, `-` taken away and `+` put in, when everything else stayed where it was. */
function difference(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const start = old.findIndex((line, i) => line !== now[i]);
  const same = old.toReversed().findIndex((line, i) => line !== now.toReversed()[i]);
  const end = Math.min(same, old.length - start, now.length - start);
  const cut = (lines: string[], sign: string) =>
    lines.slice(start, lines.length - end).map((line) => sign + line);
  return before === after ? [] : [...cut(old, '-'), ...cut(now, '+')];
}

describe('a file that is written again', () => {
  test('changes in nothing but its base when its guide is the same', () => {
    expect(writeGuideFile(TEXT, read(TEXT), HASH)).toBe(
      TEXT.replace('id: film   # the id\n', `id: film   # the id\nbasedOn: ${HASH}\n`),
    );
  });

  test('takes the new base in the place of the old', () => {
    const once = writeGuideFile(TEXT, read(TEXT), HASH);
    const other = HASH.replaceAll('0', 'f');
    expect(writeGuideFile(once, read(once), other)).toBe(once.replace(HASH, other));
  });

  test.each<[string, Change, string[]]>([
    [
      'a number',
      (g) => {
        g.film.year = 2002;
      },
      ['-    year: 2001 # poster', '+    year: 2002 # poster'],
    ],
    [
      'a quoted text',
      (g) => {
        g.film.title = 'Movie';
      },
      ["-    title: 'Film'", "+    title: 'Movie'"],
    ],
    [
      'a field of a list entry',
      (g) => {
        Object.assign(g.tracks[0] ?? {}, { title: 'New' });
      },
      ['-  title: "Quoted"  # sic', '+  title: "New"  # sic'],
    ],
    [
      'an entry on one line',
      (g) => {
        Object.assign(g.film.cast[2] ?? {}, { character: 'Z' });
      },
      ['-    - { name: Cy } # third', '+    - {name: Cy, character: Z} # third'],
    ],
    [
      'a new field',
      (g) => {
        Object.assign(g.tracks[2] ?? {}, { year: 1990 });
      },
      ['+  year: 1990'],
    ],
    [
      'a new field with a default written out',
      (g) => {
        Object.assign(g.tracks[1]?.cues[0] ?? {}, { spoiler: true });
      },
      ['-      spoiler: false', '+      spoiler: true'],
    ],
    [
      'a field taken away',
      (g) => {
        delete g.tracks[0]?.notes;
      },
      ['-  notes: plain text over', '-    several lines'],
    ],
    [
      'an item of a list',
      (g) => {
        g.tracks[1]?.performers.splice(1, 0, 'Three');
      },
      ['+  - Three'],
    ],
    [
      'a new entry',
      (g) => {
        g.tracks.push({ ...(g.tracks[2] as Guide['tracks'][number]), id: 'd', title: 'Other' });
      },
      ['+- id: d', '+  title: Other', '+  kind: song', '+'],
    ],
    [
      'an entry taken away with its comments',
      (g) => {
        g.tracks.splice(1, 1);
      },
      TEXT.slice(TEXT.indexOf('\n# ---- act two'), TEXT.indexOf('- id: c'))
        .trimEnd()
        .split('\n')
        .map((line) => `-${line}`),
    ],
    [
      'prose',
      (g) => {
        g.introduction = 'Short.';
      },
      [
        '-introduction: |   # by hand',
        '-    Hello there.',
        '-',
        '-    # not a comment',
        '+introduction: |-',
        '+  Short.',
      ],
    ],
    [
      'prose where a line was',
      (g) => {
        Object.assign(g.tracks[2] ?? {}, { title: 'Long '.repeat(30).trim() });
      },
      [
        '-  title: Last',
        '+  title: >-',
        `+    ${'Long '.repeat(21).trim()}`,
        `+    ${'Long '.repeat(9).trim()}`,
      ],
    ],
  ])('differs in that place only: %s', (_, change, expected) => {
    expect(difference(TEXT, written(change))).toEqual(expected);
  });

  test('moves entries with the comments above them', () => {
    const text = written((guide) => guide.tracks.reverse());
    expect(text.indexOf('- id: c')).toBeLessThan(text.indexOf('# ---- act two'));
    expect(text.indexOf('# ---- act two')).toBeLessThan(text.indexOf('- id: b'));
    expect(text.indexOf('- id: b')).toBeLessThan(text.indexOf('# ---- act one'));
    expect(text.endsWith('# a ends\n\n# The end.\n')).toBe(true);
    expect(text.split('\n').toSorted()).toEqual(TEXT.split('\n').toSorted());
  });

  test('keeps the line ends it has', () => {
    const text = written(
      (guide) => {
        guide.introduction = 'One.\n\nTwo.';
      },
      TEXT.replaceAll('\n', '\r\n'),
    );
    expect(text.match(/(?<!\r)\n/)).toBeNull();
    expect(text).toContain('introduction: |-\r\n  One.\r\n\r\n  Two.\r\n');
  });

  test('is laid out anew when it was no guide', () => {
    const guide = smallGuide();
    expect(writeGuideFile('nonsense', guide, HASH)).toBe(writeGuideFile(undefined, guide, HASH));
  });
});

describe('a new file', () => {
  test('has prose in blocks, short lists on one line, and air between entries', () => {
    const guide = guideOf({
      id: 'film',
      film: { title: 'Film', year: 2001, directors: ['Ann', 'Bo'], cast: [{ name: 'Cy', character: 'Z' }] },
      introduction: 'First paragraph.\n\nSecond paragraph.',
      tracks: [
        {
          id: 'a',
          title: 'A: b',
          kind: 'song',
          notes: 'A sentence of some length. '.repeat(5).trim(),
          sources: ['s'],
        },
        { id: 'b', title: 'B', kind: 'score', duration: '3:12' },
      ],
      sources: [{ id: 's', title: 'S', kind: 'paper' }],
    });
    expect(writeGuideFile(undefined, guide, HASH)).toBe(`id: film
basedOn: ${HASH}

film:
  title: Film
  year: 2001
  directors: [Ann, Bo]
  cast:
    - {name: Cy, character: Z}
introduction: |-
  First paragraph.

  Second paragraph.

tracks:
  - id: a
    title: 'A: b'
    kind: song
    notes: >-
      A sentence of some length. A sentence of some length. A sentence of some length. A sentence of some
      length. A sentence of some length.
    sources: [s]

  - id: b
    title: B
    kind: score
    duration: 3:12

sources:
  - id: s
    title: S
    kind: paper
`);
  });

  test('of any guide reads as that guide', () => {
    const guide = smallGuide();
    const text = writeGuideFile(undefined, guide, HASH);
    expect(readGuideFile(text, 'last-ferry.yaml')).toEqual({ guide, basedOn: HASH, problems: [] });
  });
});

describe('whatever is written', () => {
  const awkward = fc.constantFrom(
    'a: b',
    '# hash',
    "it's",
    '- dash',
    '1995',
    'yes',
    'null',
    '~',
    '{x}',
    '[y',
    '*em*',
    '&a',
    '!b',
    '%c',
    '@d',
    '---',
    '...',
    'one\n\ntwo',
    'list:\n\n- a\n- b',
    '> quote\n> more',
    'x\n---\ny',
    'lead\n  indented',
    'tab\there',
    'end:',
    'a #b',
    '\\n',
    '漢字 😀',
    'word '.repeat(40).trim(),
    `${'word '.repeat(40)} two  blanks ${'word '.repeat(30)}`.trim(),
  );
  const text = fc
    .oneof(awkward, fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }))
    .map((value) => value.trim() || 'x');
  const change: fc.Arbitrary<Change> = fc.oneof(
    fc.record({ at: fc.nat(2), title: text }).map(
      ({ at, title }): Change =>
        (guide) => {
          Object.assign(guide.tracks[at] ?? {}, { title });
        },
    ),
    fc.record({ at: fc.nat(2), notes: fc.option(text, { nil: undefined }) }).map(
      ({ at, notes }): Change =>
        (guide) => {
          Object.assign(guide.tracks[at] ?? {}, { notes });
        },
    ),
    fc.record({ at: fc.nat(2), performers: fc.array(text, { maxLength: 3 }) }).map(
      ({ at, performers }): Change =>
        (guide) => {
          Object.assign(guide.tracks[at] ?? {}, { performers });
        },
    ),
    fc.record({ at: fc.nat(3), title: text }).map(
      ({ at, title }): Change =>
        (guide) => {
          guide.tracks.splice(
            at,
            0,
            ...guideOf({
              id: 'x',
              film: { title: 'x', year: 2000 },
              tracks: [{ id: `new-${guide.tracks.length}`, title, kind: 'song' }],
            }).tracks,
          );
        },
    ),
    fc.nat(2).map(
      (at): Change =>
        (guide) => {
          guide.tracks.splice(at, 1);
        },
    ),
    fc.constant<Change>((guide) => {
      guide.tracks.reverse();
    }),
    text.map(
      (name): Change =>
        (guide) => {
          guide.film.cast = [{ name }, ...guide.film.cast.slice(1)];
        },
    ),
    text.map(
      (introduction): Change =>
        (guide) => {
          guide.introduction = introduction;
        },
    ),
  );

  test('reads as the guide it was written from, and keeps what it said around it', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 4 }), (changes) => {
        const wanted = read(TEXT);
        for (const one of changes) one(wanted);
        fc.pre(readGuide(wanted).guide !== undefined);
        const result = writeGuideFile(TEXT, wanted, HASH);
        expect(readGuideFile(result, NAME)).toEqual({ guide: wanted, basedOn: HASH, problems: [] });
        for (const comment of ['# All about the film.', '# About the film.', '# poster', '# The end.']) {
          expect(result).toContain(comment);
        }
      }),
    );
  });
});
