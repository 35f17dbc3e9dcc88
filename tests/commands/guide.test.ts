import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makePlace, type Place, runProgram } from '../support/run-program.ts';
import { LEAVING_LAS_VEGAS, NIGHT_BUS } from '../support/test-site.ts';

const USAGE =
  'npm run guide -- check                  reads every file in the tracks folder and names what is wrong';

/** What a run said and how it ended. */
interface Run {
  code: number | null;
  said: string[];
  complained: string[];
}

/** A line without the numbers of its place. */
function withoutNumbers(line = ''): string {
  return line.replace(/:\d+:\d+ /, ': ');
}

async function guide(place: Place, ...args: string[]): Promise<Run> {
  const program = runProgram('commands/guide.ts', place.env, args);
  const code = await program.ended;
  return { code, said: program.stdout, complained: program.stderr };
}

describe('called in a way it does not know, the command', () => {
  let place: Place;
  beforeAll(async () => {
    place = await makePlace();
  });
  afterAll(() => place.remove());

  test.each([
    [[], USAGE],
    [['play'], 'There is no command “play”.'],
    [['list', '--all'], "Unknown option '--all'"],
    [['match'], 'Say which guide to match.'],
  ])('%j ends with code 1 and how it is used', async (args, first) => {
    const { code, said, complained } = await guide(place, ...args);
    expect(code).toBe(1);
    expect(said).toEqual([]);
    expect(complained[0]).toMatch(first);
    expect(complained).toContain(USAGE);
  });
});

describe('guide check', () => {
  let place: Place;
  beforeEach(async () => {
    place = await makePlace([LEAVING_LAS_VEGAS, NIGHT_BUS]);
  });
  afterEach(() => place.remove());

  test('finds nothing wrong with the guides of this project', async () => {
    expect(await guide(place, 'check')).toEqual({
      code: 0,
      said: ['Guide files read: 2. Problems found: 0.'],
      complained: [],
    });
  });

  test('names every mistake by file, line and column, and needs no database', async () => {
    const file = join(place.tracks, 'night-bus.yaml');
    const text = await readFile(file, 'utf8');
    await writeFile(
      file,
      text.replace('end: 2:40', 'end: 0:02').replace('sources: [interview, booklet]', 'sources: [rumour]'),
    );
    const { code, said } = await guide({ ...place, env: { ...place.env, DATA_DIR: file } }, 'check');
    expect(code).toBe(1);
    expect(said).toHaveLength(3);
    expect(withoutNumbers(said[0])).toMatch(`${file}: tracks[0].cues[0].times[0]: `);
    expect(withoutNumbers(said[1])).toMatch(`${file}: essay[0].sources[0]: `);
    expect(said[2]).toBe('Guide files read: 2. Problems found: 2.');
    const [, line = ''] = /:(\d+):/.exec(said[0] ?? '') ?? [];
    expect((await readFile(file, 'utf8')).split('\n')[Number(line) - 1]).toContain('end: 0:02');
  });
});

describe('a guide between file and database', () => {
  let place: Place;
  let file: string;
  beforeAll(async () => {
    place = await makePlace([NIGHT_BUS]);
    file = join(place.tracks, 'night-bus.yaml');
  });
  afterAll(() => place.remove());

  const rewrite = async (from: string, to: string) => {
    const text = await readFile(file, 'utf8');
    expect(text).toContain(from);
    await writeFile(file, text.replace(from, to));
  };

  test('is not listed before it is imported', async () => {
    expect(await guide(place, 'list')).toMatchObject({ code: 0, said: ['There is no guide yet.'] });
  });

  test('is imported as revision 1, and listed', async () => {
    const imported = await guide(place, 'import');
    expect(imported).toMatchObject({ code: 0, said: ['night-bus.yaml: new guide, revision 1'] });
    const { code, said } = await guide(place, 'list');
    expect(code).toBe(0);
    expect(said).toEqual([
      expect.stringMatching(/^night-bus {2}Night Bus \(1999\), 8 tracks, revision 1 of \d{4}-\d\d-\d\d$/),
    ]);
  });

  test('is left alone by an import of the same', async () => {
    expect(await guide(place, 'import')).toMatchObject({ code: 0, said: ['night-bus.yaml: nothing new'] });
  });

  test('is exported with its comments and what it is based on', async () => {
    expect(await guide(place, 'export', 'n29')).toMatchObject({
      code: 0,
      said: ['night-bus.yaml: revision 1 written'],
    });
    const text = await readFile(file, 'utf8');
    expect(text).toContain('# Night Bus (1999) is no real film.');
    expect(text).toMatch(/^basedOn: [0-9a-f]{64}$/m);
  });

  test('with a change is published as the next revision', async () => {
    await rewrite('Warmly, by the few who were awake.', 'Warmly, by the many who were awake.');
    expect(await guide(place, 'import')).toMatchObject({
      code: 0,
      said: ['night-bus.yaml: published as revision 2'],
    });
  });

  test('is not written over a file that holds something new', async () => {
    await rewrite('the many who were awake', 'everybody awake');
    const { code, said } = await guide(place, 'export');
    expect(code).toBe(1);
    expect(said).toEqual([
      `${file} has changed since its last import or export; import it, or move it away, before exporting`,
    ]);
    expect(await readFile(file, 'utf8')).toContain('by everybody awake');
  });

  test('that nobody knows cannot be exported', async () => {
    expect(await guide(place, 'export', 'no-such-guide')).toMatchObject({
      code: 1,
      said: ['There is no guide “no-such-guide”.'],
    });
  });

  test('whose file is damaged is not imported', async () => {
    const whole = await readFile(file, 'utf8');
    await rewrite('year: 1999', 'year: long ago');
    const { code, said } = await guide(place, 'import');
    await writeFile(file, whole);
    expect(code).toBe(1);
    expect(withoutNumbers(said[0])).toMatch(`${file}: film.year: `);
  });

  test('in another file as well is a conflict, and listed as one', async () => {
    await writeFile(join(place.tracks, 'n29.yaml'), 'id: n29\nfilm: { title: Another Film, year: 2001 }\n');
    const { code, said } = await guide(place, 'import');
    expect(code).toBe(1);
    expect(said.join('\n')).toContain('n29.yaml: conflict, not imported: ');
    const listed = await guide(place, 'list');
    expect(listed.said).toContainEqual(expect.stringMatching(/^n29\.yaml {2}in conflict: /));
  });
});

describe('guide match', () => {
  let place: Place;
  beforeAll(async () => {
    place = await makePlace([LEAVING_LAS_VEGAS]);
    await guide(place, 'import');
  });
  afterAll(() => place.remove());

  test('looks for every track, and the second time only for what is new', async () => {
    const first = await guide(place, 'match', 'leaving-las-vegas');
    expect(first.code).toBe(0);
    expect(first.said).toEqual([
      'leaving-las-vegas on the sandbox: 26 of 28 are the very recording, 0 only another version, 2 doubtful, 0 not there.',
      expect.stringMatching(/^28 tracks looked for with \d+ searches, 0 decisions kept\.$/),
    ]);
    const second = await guide(place, 'match', 'leaving-las-vegas');
    expect(second.said[1]).toBe('0 tracks looked for with 0 searches, 28 decisions kept.');
  });

  test('of a guide that is not there says so', async () => {
    expect(await guide(place, 'match', 'no-such-guide')).toMatchObject({
      code: 1,
      said: ['There is no guide “no-such-guide”; import its file first.'],
    });
  });

  test('without a service says so', async () => {
    const without = { ...place, env: { ...place.env, SANDBOX: 'off' } };
    const { code, complained } = await guide(without, 'match', 'leaving-las-vegas');
    expect(code).toBe(1);
    expect(complained).toEqual(['No streaming service is configured, so there is nothing to search.']);
  });
});
