import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createGuideFolder, GuideFolderUnusableError } from '../../../src/adapters/tracks/guide-folder.ts';
import { GuideFileChangedError } from '../../../src/domain/guides/guide-folder.ts';
import { guideOf } from '../../support/small-guide.ts';

const HASH = '0123456789abcdef'.repeat(4);
const GUIDE = guideOf({ id: 'film', film: { title: 'Film', year: 2001 } });
const TEXT = '# Mine.\nid: film\nfilm: { title: Film, year: 2001 }\n';

let path: string;
beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'reel-notes-'));
});
afterEach(() => rm(path, { recursive: true }));

describe('a folder of guide files', () => {
  test('lists its YAML files by name and nothing else', async () => {
    await mkdir(join(path, 'folder.yaml'));
    for (const name of ['b.yaml', 'a.yml', '.hidden.yaml', 'c.txt']) await writeFile(join(path, name), '');
    expect(await createGuideFolder(path).listFiles()).toEqual(['a.yml', 'b.yaml']);
  });

  test('that is not there is named, with the setting that says where it is', async () => {
    const missing = join(path, 'nowhere');
    const listed = createGuideFolder(missing).listFiles();
    await expect(listed).rejects.toBeInstanceOf(GuideFolderUnusableError);
    await expect(listed).rejects.toThrow(missing);
    await expect(listed).rejects.toThrow('TRACKS_DIR');
    await expect(
      createGuideFolder(missing).writeFile('film.yaml', { guide: GUIDE, basedOn: HASH }),
    ).rejects.toThrow('TRACKS_DIR');
  });
});

describe('a guide file', () => {
  test('is read with the hash of its bytes', async () => {
    await writeFile(join(path, 'film.yaml'), TEXT);
    const first = await createGuideFolder(path).readFile('film.yaml');
    expect(first).toMatchObject({ guide: GUIDE, problems: [] });
    await writeFile(join(path, 'film.yaml'), `${TEXT}# New comment.\n`);
    const second = await createGuideFolder(path).readFile('film.yaml');
    expect(second).toMatchObject({ guide: GUIDE, fileHash: expect.not.stringMatching(first.fileHash) });
  });

  test('that is damaged is told with its path', async () => {
    await writeFile(join(path, 'film.yaml'), 'id: film\n');
    expect(await createGuideFolder(path).readFile('film.yaml')).toMatchObject({
      problems: [`${join(path, 'film.yaml')}:1:1 film: is missing`],
    });
  });

  test('that cannot be read is told with its path', async () => {
    const { guide, problems } = await createGuideFolder(path).readFile('film.yaml');
    expect(guide).toBeUndefined();
    expect(problems).toEqual([expect.stringContaining(`${join(path, 'film.yaml')} cannot be read`)]);
  });

  test('is made where there was none, and leaves nothing else behind', async () => {
    const fileHash = await createGuideFolder(path).writeFile('film.yaml', { guide: GUIDE, basedOn: HASH });
    expect(await readdir(path)).toEqual(['film.yaml']);
    expect(await createGuideFolder(path).readFile('film.yaml')).toEqual({
      fileHash,
      guide: GUIDE,
      basedOn: HASH,
      problems: [],
    });
  });

  test('that is as it was known is written, and keeps its comments', async () => {
    const folder = createGuideFolder(path);
    await writeFile(join(path, 'film.yaml'), TEXT);
    const { fileHash } = await folder.readFile('film.yaml');
    await folder.writeFile(
      'film.yaml',
      { guide: { ...GUIDE, introduction: 'New.' }, basedOn: HASH },
      fileHash,
    );
    expect(await readFile(join(path, 'film.yaml'), 'utf8')).toBe(
      `# Mine.\nid: film\nbasedOn: ${HASH}\nfilm: { title: Film, year: 2001 }\nintroduction: New.\n`,
    );
  });

  test.each([
    ['unknown', undefined],
    ['changed', 'f'.repeat(64)],
  ])('whose bytes are %s is left alone', async (_, knownHash) => {
    await writeFile(join(path, 'film.yaml'), TEXT);
    const wrote = createGuideFolder(path).writeFile('film.yaml', { guide: GUIDE, basedOn: HASH }, knownHash);
    await expect(wrote).rejects.toBeInstanceOf(GuideFileChangedError);
    await expect(wrote).rejects.toThrow(join(path, 'film.yaml'));
    expect(await readFile(join(path, 'film.yaml'), 'utf8')).toBe(TEXT);
  });
});
