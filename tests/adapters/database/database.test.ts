import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../../src/adapters/database/database.ts';
import {
  DatabaseTooNewError,
  DatabaseUnreachableError,
} from '../../../src/adapters/database/database-errors.ts';
import {
  listDatabases,
  plainSealer,
  saySkippedDatabases,
  type TestDatabase,
} from '../../support/databases.ts';
import { guideOf } from '../../support/small-guide.ts';
import { startOtherProcess } from './other-process.ts';

saySkippedDatabases();

describe.each(listDatabases())('a database on $name', ({ create }) => {
  let place: TestDatabase;
  beforeAll(async () => {
    place = await create();
  });
  afterAll(() => place?.drop());

  test('is made once by processes that start together', async () => {
    const processes = [1, 2, 3].map(() => startOtherProcess(place.options));
    const answers = await Promise.all(processes.map(({ isOpen }) => isOpen));
    await Promise.all(processes.map(({ stop }) => stop()));
    expect(answers).toEqual(['ready', 'ready', 'ready']);
  });

  test('keeps what it holds when it is opened again, and is not ready once closed', async () => {
    const first = await openDatabase(place.options, plainSealer());
    const content = guideOf({ id: 'film', film: { title: 'Film', year: 2001 } });
    await first.guides.publishRevision({ content, author: 'ann', message: '' });
    await first.close();
    expect(await first.isReady()).toBe(false);
    const second = await openDatabase(place.options, plainSealer());
    expect((await second.guides.findGuide('film'))?.content).toEqual(content);
    await second.close();
  });

  test('written by a newer version is left alone', async () => {
    await place.run(
      `insert into kysely_migration (name, timestamp) values ('999-later', '2030-01-01T00:00:00.000Z')`,
    );
    const opened = openDatabase(place.options, plainSealer());
    await expect(opened).rejects.toBeInstanceOf(DatabaseTooNewError);
    await expect(opened).rejects.toThrow(
      'The database was written by a newer Reel Notes (it has migration 999-later); start that version, or restore a backup.',
    );
  });
});

describe('a database that cannot be opened', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'reel-notes-'));
    await writeFile(join(folder, 'file'), 'This is no database but a text of some length.'.repeat(20));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test.each([
    ['a file that is no database', 'file'],
    ['a folder that is a file', 'file/reel-notes.sqlite'],
    ['a file that is a folder', '.'],
  ])('names %s and says what to do', async (_, name) => {
    const file = join(folder, name);
    const opened = openDatabase({ file }, plainSealer());
    await expect(opened).rejects.toBeInstanceOf(DatabaseUnreachableError);
    await expect(opened).rejects.toThrow(file);
    await expect(opened).rejects.toThrow('Check that DATA_DIR');
  });

  test.each([
    ['no address at all', 'secretword'],
    ['another kind of database', 'mysql://ann:secretword@127.0.0.1/notes'],
    ['a server that does not answer', 'postgres://ann:secretword@127.0.0.1:1/notes'],
  ])('says so of %s without the password', async (_, url) => {
    const error: unknown = await openDatabase({ url }, plainSealer()).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(DatabaseUnreachableError);
    expect(String(error)).toContain('DATABASE_URL');
    expect(String(error)).not.toContain('secretword');
  });

  test('names the server that does not answer', async () => {
    await expect(openDatabase({ url: 'postgres://ann:x@127.0.0.1:1/notes' }, plainSealer())).rejects.toThrow(
      'notes at 127.0.0.1:1 as ann (connect ECONNREFUSED 127.0.0.1:1)',
    );
  });
});
