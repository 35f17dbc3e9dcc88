import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../src/adapters/database/database.ts';
import { DamagedDataError } from '../../../src/domain/damaged-data-error.ts';
import { exportGuide } from '../../../src/domain/guides/export-guide.ts';
import type { Guide } from '../../../src/domain/guides/guide.ts';
import { GuideFileChangedError, type GuideFolder } from '../../../src/domain/guides/guide-folder.ts';
import { hashGuide } from '../../../src/domain/guides/guide-hash.ts';
import {
  type Import,
  ImportBusyError,
  type ImportReport,
  importGuideFiles,
} from '../../../src/domain/guides/import-guide-files.ts';
import { plainSealer } from '../../support/databases.ts';
import { guideOf } from '../../support/small-guide.ts';

interface File {
  guide?: Guide;
  basedOn?: string;
  comment?: string;
}

/** A folder of guides in memory; a file without a guide is damaged. */
function folderOf(files: Map<string, File>): GuideFolder {
  const hash = (file: File) => JSON.stringify(file);
  return {
    listFiles: async () => [...files.keys()].sort(),
    async readFile(name) {
      const file = files.get(name) ?? {};
      const { guide, basedOn } = file;
      if (!guide) return { fileHash: hash(file), problems: ['one', 'two'] };
      return { fileHash: hash(file), guide, basedOn, problems: [] };
    },
    async writeFile(name, content, knownHash) {
      const before = files.get(name);
      if (before && hash(before) !== knownHash) throw new GuideFileChangedError(name);
      files.set(name, content);
      return hash(content);
    },
  };
}

/** The film's guide with the given texts. */
function guide({ title = 'Film', intro = 'Hello.', id = 'film', formerly = [] as string[] } = {}): Guide {
  return guideOf({ id, formerly, introduction: intro, film: { title, year: 2001 } });
}

const PATH = 'film.yaml';
const BY = { author: 'ann', message: '' };

let database: Database;
let files: Map<string, File>;
let work: Import;

beforeEach(async () => {
  database = await openDatabase({ file: ':memory:' }, plainSealer());
  files = new Map();
  work = { ...database, folder: folderOf(files), owner: 'one', author: 'guide files', wait: async () => {} };
});
afterEach(() => database.close());

const importAll = async () => await importGuideFiles(work);

async function importOne(file: File, path = PATH): Promise<ImportReport | undefined> {
  files.set(path, file);
  return (await importAll()).find((report) => report.path === path);
}

async function publish(content: Guide, parent?: number) {
  return await database.guides.publishRevision({ content, parent, ...BY });
}

async function newest(slug = 'film') {
  const revision = await database.guides.findGuide(slug);
  return revision && [revision.number, revision.content.film.title, revision.content.introduction];
}

describe('a guide file', () => {
  test('of a new film becomes its first revision, published', async () => {
    expect(await importOne({ guide: guide() })).toEqual({
      path: PATH,
      outcome: 'created',
      guide: 'film',
      revision: 1,
    });
    expect(await newest()).toEqual([1, 'Film', 'Hello.']);
    expect(await database.guides.listRevisions('film')).toMatchObject([{ author: 'guide files' }]);
    expect(await database.guideFiles.findGuideFile(PATH)).toMatchObject({ contentHash: hashGuide(guide()) });
  });

  test.each<[string, { file: File; browser?: Guide; next: File; outcome: string; after: unknown }]>([
    [
      'equal to the newest revision does nothing',
      {
        file: { guide: guide() },
        next: { guide: guide() },
        outcome: 'unchanged',
        after: [1, 'Film', 'Hello.'],
      },
    ],
    [
      'with other comments does nothing',
      {
        file: { guide: guide() },
        next: { guide: guide(), comment: 'new' },
        outcome: 'unchanged',
        after: [1, 'Film', 'Hello.'],
      },
    ],
    [
      'changed from the newest revision becomes the next',
      {
        file: { guide: guide() },
        next: { guide: guide({ title: 'New' }) },
        outcome: 'updated',
        after: [2, 'New', 'Hello.'],
      },
    ],
    [
      'equal to an older revision is reported and not imported',
      {
        file: { guide: guide() },
        browser: guide({ intro: 'B' }),
        next: { guide: guide() },
        outcome: 'older',
        after: [2, 'Film', 'B'],
      },
    ],
    [
      'changed from an older revision is merged',
      {
        file: { guide: guide() },
        browser: guide({ intro: 'B' }),
        next: { guide: guide({ title: 'New' }) },
        outcome: 'merged',
        after: [3, 'New', 'B'],
      },
    ],
    [
      'that makes the change the desk has made does nothing',
      {
        file: { guide: guide() },
        browser: guide({ title: 'New', intro: 'B' }),
        next: { guide: guide({ title: 'New' }) },
        outcome: 'unchanged',
        after: [2, 'New', 'B'],
      },
    ],
    [
      'that changes the field the desk has changed is a conflict',
      {
        file: { guide: guide() },
        browser: guide({ intro: 'B' }),
        next: { guide: guide({ intro: 'C' }) },
        outcome: 'conflict',
        after: [2, 'Film', 'B'],
      },
    ],
    [
      'with an unknown base is a conflict',
      {
        file: { guide: guide() },
        next: { guide: guide({ intro: 'C' }), basedOn: 'f'.repeat(64) },
        outcome: 'conflict',
        after: [1, 'Film', 'Hello.'],
      },
    ],
    [
      'that names the newest revision as its base becomes the next',
      {
        file: { guide: guide() },
        browser: guide({ intro: 'B' }),
        next: { guide: guide({ intro: 'C' }), basedOn: hashGuide(guide({ intro: 'B' })) },
        outcome: 'updated',
        after: [3, 'Film', 'C'],
      },
    ],
    [
      'that names an older revision as its base is merged from that',
      {
        file: { guide: guide() },
        browser: guide({ intro: 'B' }),
        next: { guide: guide({ title: 'New' }), basedOn: hashGuide(guide()) },
        outcome: 'merged',
        after: [3, 'New', 'B'],
      },
    ],
    [
      'that no longer reads is reported and changes nothing',
      { file: { guide: guide() }, next: {}, outcome: 'damaged', after: [1, 'Film', 'Hello.'] },
    ],
  ])('%s', async (_, { file, browser, next, outcome, after }) => {
    await importOne(file);
    if (browser) await publish(browser, 1);
    expect(await importOne(next)).toMatchObject({ path: PATH, outcome });
    expect(await newest()).toEqual(after);
  });

  test('that was never imported has no base, and a guide that differs is a conflict', async () => {
    await publish(guide());
    expect(await importOne({ guide: guide({ title: 'New' }) })).toMatchObject({
      outcome: 'conflict',
      conflicts: [],
    });
    expect(await newest()).toEqual([1, 'Film', 'Hello.']);
  });

  test('that is gone removes nothing', async () => {
    await importOne({ guide: guide() });
    files.clear();
    expect(await importAll()).toEqual([]);
    expect(await newest()).toEqual([1, 'Film', 'Hello.']);
  });

  test('that reports every problem lets the others go on', async () => {
    files.set('a.yaml', {});
    files.set(PATH, { guide: guide() });
    expect(await importAll()).toEqual([
      { path: 'a.yaml', outcome: 'damaged', problems: ['one', 'two'] },
      { path: PATH, outcome: 'created', guide: 'film', revision: 1 },
    ]);
  });

  test('whose stored guide is damaged lets the others go on', async () => {
    const findGuide = async (slug: string) => {
      if (slug === 'film') throw new DamagedDataError('guide film, revision 1');
      return await database.guides.findGuide(slug);
    };
    await publish(guide());
    files.set(PATH, { guide: guide() });
    files.set('other.yaml', { guide: guide({ id: 'other' }) });
    work = { ...work, guides: { ...database.guides, findGuide } };
    expect(await importAll()).toMatchObject([{ path: PATH, outcome: 'damaged' }, { outcome: 'created' }]);
  });

  test('that renames its guide goes on with its history', async () => {
    await importOne({ guide: guide() });
    const renamed = guide({ id: 'new', formerly: ['film'], title: 'New' });
    files.clear();
    expect(await importOne({ guide: renamed, basedOn: hashGuide(guide()) }, 'new.yaml')).toMatchObject({
      outcome: 'updated',
      guide: 'new',
      revision: 2,
    });
    expect(await database.guides.findSlug('film')).toBe('new');
  });

  test('that takes another guide’s slug is a conflict', async () => {
    await publish(guide());
    await publish(guide({ id: 'other' }));
    const taken = guide({ formerly: ['other'] });
    expect(await importOne({ guide: taken, basedOn: hashGuide(guide()) })).toMatchObject({
      outcome: 'conflict',
      message: 'the id other belongs to the guide other',
    });
  });
});

describe('a file that was merged', () => {
  const merged = { guide: guide({ title: 'New' }) };

  beforeEach(async () => {
    await importOne({ guide: guide() });
    await publish(guide({ intro: 'B' }), 1);
    await importOne(merged);
  });

  test('is not imported again, whatever the desk changes later', async () => {
    await publish(guide({ title: 'Newer', intro: 'B' }), 3);
    expect(await importOne({ ...merged, comment: 'new' })).toMatchObject({ outcome: 'unchanged' });
    expect(await newest()).toEqual([4, 'Newer', 'B']);
  });

  test('keeps its base, so that a further change takes nothing back', async () => {
    const further = guideOf({ ...guide({ title: 'New' }), colour: '#c8102e' });
    expect(await importOne({ guide: further })).toMatchObject({ outcome: 'merged', revision: 4 });
    expect(await newest()).toEqual([4, 'New', 'B']);
  });
});

describe('a conflict', () => {
  const clashing = { guide: guide({ intro: 'C' }) };
  const waiting = async () => (await database.guideFiles.findGuideFile(PATH))?.conflict;

  beforeEach(async () => {
    await importOne({ guide: guide() });
    await publish(guide({ intro: 'B' }), 1);
  });

  test('tells the field and both texts, and waits until the file is changed', async () => {
    const report = await importOne(clashing);
    expect(report).toMatchObject({
      message: 'it changes what revision 2 has changed since revision 1',
      conflicts: [{ path: ['introduction'], base: 'Hello.', mine: 'C', theirs: 'B' }],
    });
    expect(await waiting()).toBe('it changes what revision 2 has changed since revision 1');
    expect(await importOne(clashing)).toMatchObject({ outcome: 'conflict' });
    expect(
      await importOne({
        guide: guide({ intro: 'B', title: 'New' }),
        basedOn: hashGuide(guide({ intro: 'B' })),
      }),
    ).toMatchObject({ outcome: 'updated' });
    expect(await waiting()).toBeUndefined();
  });

  test.each<[string, () => void]>([
    ['the file is as it was', () => files.set(PATH, { guide: guide() })],
    ['the file is gone', () => files.clear()],
  ])('is over when %s', async (_, change) => {
    await importOne(clashing);
    change();
    await importAll();
    expect(await waiting()).toBeUndefined();
  });

  test('over what the two together would be says that there is no such guide', async () => {
    const sources = [{ id: 'poster', title: 'Poster', kind: 'picture' }];
    const [withSource, citing] = [
      guideOf({ ...guide(), sources }),
      guideOf({ ...guide(), sources, essay: [{ id: 'end', title: 'E', text: 'T', sources: ['poster'] }] }),
    ];
    await publish(withSource, 2);
    await publish(guide(), 3);
    expect(await importOne({ guide: citing, basedOn: hashGuide(withSource) })).toMatchObject({
      message: 'joined with what revision 4 has changed since revision 3, it is no guide',
      conflicts: [{ path: ['essay', 'end', 'sources', 0] }],
    });
  });

  test('keeps an export from overwriting the file', async () => {
    await importOne(clashing);
    await expect(exportGuide('film', work)).rejects.toBeInstanceOf(GuideFileChangedError);
    expect(files.get(PATH)).toEqual(clashing);
  });
});

describe('importing', () => {
  test('waits for the process that began it, and then finds nothing new', async () => {
    files.set(PATH, { guide: guide() });
    const lease = await database.leases.takeLease('import-guide-files', 'another', 60);
    const wait = async () => {
      if (await newest()) return;
      await publish(guide());
      if (lease) await database.leases.releaseLease(lease);
    };
    expect(await importGuideFiles({ ...work, wait })).toMatchObject([{ path: PATH, outcome: 'unchanged' }]);
    expect(await newest()).toEqual([1, 'Film', 'Hello.']);
  });

  test('begun twice at once makes one revision', async () => {
    files.set(PATH, { guide: guide() });
    const wait = async () => await setImmediate();
    const both = ['one', 'two'].map((owner) => importGuideFiles({ ...work, owner, wait }));
    const outcomes = (await Promise.all(both)).flat().map(({ outcome }) => outcome);
    expect(outcomes.sort()).toEqual(['created', 'unchanged']);
  });

  test('that another process holds for too long says so', async () => {
    await database.leases.takeLease('import-guide-files', 'another', 60);
    await expect(importAll()).rejects.toBeInstanceOf(ImportBusyError);
  });

  test('may be done again at once, even after a failure', async () => {
    const broken = { ...work.folder, listFiles: () => Promise.reject(new Error('no folder')) };
    await expect(importGuideFiles({ ...work, folder: broken })).rejects.toThrow('no folder');
    expect(await importAll()).toEqual([]);
  });

  test('stops when another process has taken over', async () => {
    files.set(PATH, { guide: guide() });
    const leases = { ...work.leases, renewLease: async () => false };
    expect(await importGuideFiles({ ...work, leases })).toEqual([]);
    expect(await newest()).toBeUndefined();
  });

  test('decides again when somebody publishes in between', async () => {
    await importOne({ guide: guide() });
    let isFirst = true;
    const publishRevision: Database['guides']['publishRevision'] = async (draft) => {
      if (isFirst) {
        isFirst = false;
        await publish(guide({ intro: 'B' }), 1);
      }
      return await database.guides.publishRevision(draft);
    };
    work = { ...work, guides: { ...database.guides, publishRevision } };
    expect(await importOne({ guide: guide({ title: 'New' }) })).toMatchObject({
      outcome: 'merged',
      revision: 3,
    });
    expect(await newest()).toEqual([3, 'New', 'B']);
  });
});

describe('exporting', () => {
  test('writes the newest revision with its hash as the base of the next change', async () => {
    await publish(guide());
    await publish(guide({ intro: 'B' }), 1);
    expect(await exportGuide('film', work)).toEqual({ path: PATH, revision: 2 });
    expect(files.get(PATH)).toEqual({
      guide: guide({ intro: 'B' }),
      basedOn: hashGuide(guide({ intro: 'B' })),
    });
    expect(await importAll()).toMatchObject([{ outcome: 'unchanged' }]);
  });

  test('goes by any slug the guide had, and writes the file of its present one', async () => {
    await publish(guide());
    await publish(guide({ id: 'new', formerly: ['film'] }), 1);
    expect(await exportGuide('film', work)).toEqual({ path: 'new.yaml', revision: 2 });
  });

  test('of a guide that is not there is absent', async () => {
    expect(await exportGuide('nothing', work)).toBeUndefined();
  });

  test('overwrites an imported file, and refuses one that was changed since', async () => {
    await importOne({ guide: guide() });
    await publish(guide({ intro: 'B' }), 1);
    await exportGuide('film', work);
    files.set(PATH, { guide: guide({ intro: 'C' }) });
    await expect(exportGuide('film', work)).rejects.toBeInstanceOf(GuideFileChangedError);
    expect(files.get(PATH)).toEqual({ guide: guide({ intro: 'C' }) });
  });
});
