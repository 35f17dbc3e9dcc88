import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Claim, Guide } from '../../../src/domain/guides/guide.ts';
import { formatPath } from '../../../src/domain/guides/problem.ts';
import { readGuide } from '../../../src/domain/guides/read-guide.ts';

const ROOT = join(import.meta.dirname, '../../..');
const FILES = ['tracks', 'tests/fixtures/guides'].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => `${folder}/${name}`),
);

describe('a guide file', () => {
  test('lies where guides are looked for', () => {
    expect(FILES).toContain('tracks/leaving-las-vegas.yaml');
    expect(FILES).toContain('tests/fixtures/guides/night-bus.yaml');
  });

  test.each(FILES)('%s reads without problems', (file) => {
    expect(sayProblems(file)).toEqual([]);
  });

  test.each(FILES)('%s cites only sources that it lists', (file) => {
    const data = parseFile(file);
    const known = new Set(Listed.parse(data).sources.map(({ id }) => id));
    const cited = citations(data);
    expect(cited.length).toBeGreaterThan(0);
    expect(cited.filter(({ id }) => !known.has(id)).map(({ at, id }) => `${file} ${at}: ${id}`)).toEqual([]);
  });
});

describe('the guide to Leaving Las Vegas', () => {
  let guide: Guide;
  let claims: Claim[];

  beforeAll(() => {
    guide = openGuide('tracks/leaving-las-vegas.yaml');
    claims = [...guide.claims, ...guide.tracks.flatMap((track) => track.claims)];
  });

  test('has the twenty-five tracks of the album in order', () => {
    const numbers = guide.tracks.flatMap(({ album }) => (album ? [`${album.id} ${album.number}`] : []));
    expect(numbers).toEqual(Array.from({ length: 25 }, (_, i) => `soundtrack ${i + 1}`));
  });

  test('has exactly three tracks known from the film alone', () => {
    const filmOnly = guide.tracks.filter(({ album }) => !album);
    expect(filmOnly.map(({ id, inFilm }) => [id, inFilm])).toEqual([
      ['lonely-teardrops', 'yes'],
      ['the-third-man-theme', 'yes'],
      ['you-turn-me-on', 'yes'],
    ]);
  });

  test('has a cue for each of the fifteen known uses, and says which scenes are inferred', () => {
    const cues = guide.tracks.flatMap((track) => track.cues);
    expect(cues).toHaveLength(15);
    expect(cues.filter(({ scene, basis }) => scene && basis === 'stated').map(({ id }) => id)).toEqual([
      'its-a-lonesome-old-town-1',
    ]);
    expect(cues.filter(({ basis, basisNote }) => basis === 'inferred' && !basisNote)).toEqual([]);
  });

  test('weighs forty claims', () => {
    expect(countBy(claims, ({ verdict }) => verdict)).toEqual({
      supported: 19,
      contradicted: 9,
      unverified: 12,
    });
  });

  test('weighs every claim of the pages examined', () => {
    expect(countBy(claims, ({ source }) => source)).toEqual({
      'essay-soundtrack': 18,
      'essay-deep-dive': 5,
      'review-1995': 5,
      'review-2024': 2,
      'tss-2': 4,
      'tss-3': 2,
      'figgis-jimff': 1,
      marigold: 1,
      'mool-wiki': 1,
      'wiki-piglix': 1,
    });
  });

  test.each([
    ['nilsson-sings-lonesome-old-town', 'Nilsson'],
    ['streisand-lonely-room-on-the-soundtrack', 'Streisand'],
    ['bennett-one-for-my-baby-on-the-soundtrack', 'Bennett'],
    ['come-rain-by-washington-or-charles', 'Washington'],
  ])('contradicts the false credit %s', (id, name) => {
    const claim = claims.find((each) => each.id === id);
    expect(claim).toMatchObject({ source: 'essay-soundtrack', verdict: 'contradicted' });
    expect(claim?.statement).toContain(name);
    expect(claim?.evidence.length).toBeGreaterThan(3);
  });

  test('credits no track to the four singers who are not on it', () => {
    const performers = guide.tracks.flatMap((track) => track.performers);
    expect(performers).toContain('Sting');
    expect(
      performers.filter((name) => /Nilsson|Streisand|Bennett|Washington|Ray Charles/.test(name)),
    ).toEqual([]);
  });

  test('shows evidence for whatever it calls supported or contradicted', () => {
    const settled = claims.filter(({ verdict }) => verdict !== 'unverified');
    expect(settled).toHaveLength(28);
    expect(settled.filter(({ evidence }) => evidence.length === 0)).toEqual([]);
  });

  test('invents no time, length or identifier of a recording', () => {
    const keys = new Set(keyPaths(parseFile('tracks/leaving-las-vegas.yaml')).map(lastKey));
    expect(keys).toContain('cues');
    for (const unknown of ['times', 'edition', 'duration', 'isrc', 'musicbrainz', 'listeningPoints']) {
      expect(keys).not.toContain(unknown);
    }
  });
});

describe('the guide to Night Bus', () => {
  const used = new Set(keyPaths(parseFile('tests/fixtures/guides/night-bus.yaml')));
  const schema = z.toJSONSchema(Guide, { io: 'input', unrepresentable: 'any' }) as JsonSchema;

  test('uses every field that a guide may have', () => {
    const fields = fieldPaths(schema);
    expect(fields).toContain('tracks.cues.times.start');
    expect(fields.filter((field) => !used.has(field))).toEqual([]);
  });

  test.each(['use', 'perception', 'vocal', 'theme', 'origin'] as const)(
    'uses every value of the cue axis %s',
    (axis) => {
      const cues = openGuide('tests/fixtures/guides/night-bus.yaml').tracks.flatMap((track) => track.cues);
      const values = schema.properties?.tracks?.items?.properties?.cues?.items?.properties?.[axis]?.enum;
      expect(new Set(cues.flatMap((cue) => cue[axis] ?? []))).toEqual(new Set(values));
    },
  );

  test('writes the times of a cue in all four forms', () => {
    const guide = openGuide('tests/fixtures/guides/night-bus.yaml');
    const cue = guide.tracks.flatMap((track) => track.cues).find(({ id }) => id === 'last-stop-love-1');
    expect(cue?.times).toEqual([
      { start: 3723, end: 3730 },
      { start: 3740, end: 3745 },
      { start: 3760, end: 3770 },
      { start: 3775 },
    ]);
  });
});

const Listed = z.object({ sources: z.array(z.object({ id: z.string() })) });

interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  enum?: unknown[];
}

function parseFile(file: string): unknown {
  return parse(readFileSync(join(ROOT, file), 'utf8'));
}

function openGuide(file: string): Guide {
  const { guide } = readGuide(parseFile(file));
  if (!guide) throw new Error(sayProblems(file).join('\n'));
  return guide;
}

function sayProblems(file: string): string[] {
  const { problems } = readGuide(parseFile(file));
  return problems.map(({ path, message }) => `${file} ${formatPath(path)}: ${message}`);
}

/** Every source a guide names, with the place that names it. */
function citations(value: unknown, at = ''): { at: string; id: string }[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = at ? `${at}.${key}` : key;
    const ids = [inner].flat().filter((id) => typeof id === 'string');
    if (/^(sources|evidence|source)$/.test(key) && ids.length > 0)
      return ids.map((id) => ({ at: place, id }));
    return citations(inner, place);
  });
}

/** `tracks.cues.id` and the like for every field that data holds, whatever the position in a list. */
function keyPaths(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((inner) => keyPaths(inner, at));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = at ? `${at}.${key}` : key;
    return [path, ...keyPaths(inner, path)];
  });
}

/** The same paths for every field that a schema allows. */
function fieldPaths(schema: JsonSchema, at = ''): string[] {
  if (schema.items) return fieldPaths(schema.items, at);
  return Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => {
    const path = at ? `${at}.${key}` : key;
    return [path, ...fieldPaths(inner, path)];
  });
}

function lastKey(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

function countBy<T>(list: T[], key: (each: T) => string): Record<string, number> {
  const groups = Object.groupBy(list, key);
  return Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, group?.length ?? 0]));
}
