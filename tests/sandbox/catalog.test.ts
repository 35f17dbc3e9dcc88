import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCatalog } from '../../src/sandbox/catalog/catalog.ts';
import { listCatalogFiles, readCatalogFile } from '../../src/sandbox/catalog/catalog-files.ts';
import { CatalogFileError, loadCatalog } from '../../src/sandbox/catalog/load-catalog.ts';
import { recordingFromRow } from '../../src/sandbox/catalog/recording.ts';
import { mappedTrackId, sandboxId } from '../../src/sandbox/catalog/sandbox-id.ts';
import { openDatabase, SandboxFileError } from '../../src/sandbox/database.ts';
import { json, startSandbox } from './start-sandbox.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function writeCatalog(name: string, rows: object[]): string {
  const file = join(folder, name);
  const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  writeFileSync(file, name.endsWith('.gz') ? gzipSync(text) : text);
  return file;
}

function openCatalog(catalogFile?: string, dataFile = ':memory:') {
  const database = openDatabase(dataFile);
  loadCatalog(database, catalogFile);
  return { ...createCatalog(database), close: () => database.close() };
}

describe('the shipped catalog', () => {
  const recordings = listCatalogFiles(undefined).flatMap((file) =>
    [...readCatalogFile(file)].map(recordingFromRow),
  );
  const onTheAlbum = recordings.filter(({ album }) => album.startsWith('Leaving Las Vegas (Original'));

  test('has the album of the film, and more than 300 neighbours', () => {
    expect(onTheAlbum).toHaveLength(25);
    expect(recordings.length - onTheAlbum.length).toBeGreaterThan(300);
  });

  test('has the song that is in the film only', () => {
    expect(recordings).toContainEqual(
      expect.objectContaining({
        title: 'Lonely Teardrops - Live',
        artists: ['The New York Rock and Soul Revue', 'Michael McDonald'],
        album: 'The New York Rock and Soul Revue: Live at the Beacon',
      }),
    );
  });

  test('has an id of its own for each recording', () => {
    expect(new Set(recordings.map(({ id }) => id)).size).toBe(recordings.length);
  });

  test('has lengths for all, ISRCs for some, and none from a country that exists', () => {
    expect(recordings.every(({ durationMs }) => durationMs > 10_000)).toBe(true);
    const isrcs = recordings.flatMap(({ isrc }) => isrc ?? []);
    expect(isrcs.length).toBeLessThan(recordings.length);
    expect(isrcs.every((isrc) => /^ZZ[A-Z0-9]{3}\d{7}$/.test(isrc))).toBe(true);
  });
});

describe('an id', () => {
  test('has the form of Spotify’s and cannot be one of theirs, which begin with 0 to 7', () => {
    const id = sandboxId('track', 'Sting', 'Angel Eyes', 'Somewhere');
    expect(id).toMatch(/^[0-9A-Za-z]{22}$/);
    expect(id).toMatch(/^sandbox/);
  });

  test('follows from the facts alone and differs by kind', () => {
    expect(sandboxId('track', 'a', 'bc')).toBe(sandboxId('track', 'a', 'bc'));
    expect(sandboxId('track', 'a', 'bc')).not.toBe(sandboxId('track', 'ab', 'c'));
    expect(sandboxId('track', 'a')).not.toBe(sandboxId('album', 'a'));
  });
});

describe('a catalog file', () => {
  const rows = [
    {
      id: '0000shTtSgGiyLrSoVI7In',
      title: 'Lover',
      artists: ['Adam Wilson'],
      album: 'Lover',
      duration_ms: 200000,
    },
    { id: '0004Uy71ku11n3LMpuyf59', title: 'Naked', artists: ['Somebody', 'Other'], isrc: 'plabc1200001' },
    {
      id: '0007EK8kcv06GzJdSJRFiH',
      title: 'Second',
      artists: ['Somebody'],
      album: 'Both',
      release_date: '1999-03',
    },
  ];

  test.each(['plain.ndjson', 'packed.ndjson.gz'])('is read from %s, and its ids are mapped', (name) => {
    const catalog = openCatalog(writeCatalog(name, rows));
    const { recordings, total } = catalog.search('lover', { limit: 5, offset: 0 });
    expect(total).toBe(1);
    expect(recordings[0]).toEqual({
      id: mappedTrackId('0000shTtSgGiyLrSoVI7In'),
      title: 'Lover',
      artists: ['Adam Wilson'],
      albumId: expect.stringMatching(/^sandbox/),
      album: 'Lover',
      albumType: 'single',
      albumArtists: ['Adam Wilson'],
      releaseDate: '0000',
      trackNumber: 1,
      durationMs: 200000,
      isrc: undefined,
    });
    expect(catalog.search('sting', { limit: 5, offset: 0 }).total).toBe(0);
    catalog.close();
  });

  test('may leave out album, date and length', () => {
    const catalog = openCatalog(writeCatalog('gaps.ndjson', rows));
    expect(catalog.findRecording(mappedTrackId('0004Uy71ku11n3LMpuyf59'))).toMatchObject({
      album: 'Naked',
      releaseDate: '0000',
      durationMs: 0,
      isrc: 'PLABC1200001',
    });
    catalog.close();
  });

  test('is reported with line and field when a row is wrong', () => {
    const file = writeCatalog('wrong.ndjson', [...rows, { title: 'No artists' }]);
    expect(() => openCatalog(file)).toThrow(`${file}:4: artists: `);
    writeFileSync(file, 'no JSON\n');
    expect(() => openCatalog(file)).toThrow(`${file}:1: this line is not JSON`);
  });

  test('is loaded once, and again when it has changed', () => {
    const file = writeCatalog('again.ndjson', rows);
    const dataFile = join(folder, 'again.sqlite');
    openCatalog(file, dataFile).close();

    const kept = openDatabase(dataFile);
    kept.exec("update recordings set title = 'Touched' where title = 'Lover'");
    kept.close();
    const second = openCatalog(file, dataFile);
    expect(second.findRecording(mappedTrackId('0000shTtSgGiyLrSoVI7In'))?.title).toBe('Touched');
    second.close();

    utimesSync(file, 1, 1);
    const third = openCatalog(file, dataFile);
    expect(third.findRecording(mappedTrackId('0000shTtSgGiyLrSoVI7In'))?.title).toBe('Lover');
    expect(third.search('lover', { limit: 5, offset: 0 }).total).toBe(1);
    third.close();
  });

  test('that is not there is named with what says which it is', () => {
    const file = join(folder, 'nowhere.ndjson');
    expect(() => openCatalog(file)).toThrow(CatalogFileError);
    expect(() => openCatalog(file)).toThrow(/nowhere\.ndjson cannot be read \(ENOENT.*\)\. SANDBOX_CATALOG/);
  });

  test('that is damaged is named', () => {
    const file = join(folder, 'damaged.ndjson.gz');
    writeFileSync(file, 'not packed');
    expect(() => openCatalog(file)).toThrow(CatalogFileError);
    expect(() => openCatalog(file)).toThrow(`The sandbox's catalog ${file} cannot be read (`);
  });

  test('leaves what was loaded before when it cannot be read', () => {
    const dataFile = join(folder, 'kept.sqlite');
    openCatalog(undefined, dataFile).close();
    const wrong = writeCatalog('broken.ndjson', [...rows, { title: 'No artists' }]);
    expect(() => openCatalog(wrong, dataFile)).toThrow();
    const catalog = createCatalog(openDatabase(dataFile));
    expect(catalog.search('bossa vega', { limit: 5, offset: 0 }).total).toBeGreaterThan(0);
  });
});

test('playlists and tokens outlive a restart, and a track that left the catalog is null', async () => {
  const dataFile = join(folder, 'kept', 'sandbox.sqlite');
  const before = await startSandbox({ dataFile });
  const token = await before.signIn();
  const found = await before.call(token, 'GET', '/search?type=track&q=bossa%20vega%20figgis');
  const { tracks } = (await found.json()) as { tracks: { items: [{ uri: string }] } };
  const { id } = await json(await before.call(token, 'POST', '/me/playlists', { name: 'Kept' }));
  await before.call(token, 'POST', `/playlists/${id}/items`, { uris: [tracks.items[0].uri] });
  before.close();
  expect(readFileSync(dataFile).length).toBeGreaterThan(0);

  const catalogFile = writeCatalog('other.ndjson', [{ title: 'Other', artists: ['Somebody'] }]);
  const after = await startSandbox({ dataFile, catalogFile });
  const { items } = await json(await after.call(token, 'GET', `/playlists/${id}/items`));
  expect(items).toEqual([expect.objectContaining({ item: null })]);
  expect(await (await after.get(`/playlist/${id}`)).text()).toContain('No longer in the catalog');
  after.close();
});

describe('the file of the sandbox', () => {
  test('that is no database is named, with the advice to delete it', () => {
    const dataFile = join(folder, 'text.sqlite');
    writeFileSync(dataFile, 'this is no database, as anybody can read');
    expect(() => openDatabase(dataFile)).toThrow(SandboxFileError);
    expect(() => openDatabase(dataFile)).toThrow(`The sandbox's file ${dataFile} cannot be used (`);
    expect(() => openDatabase(dataFile)).toThrow('Delete it');
  });

  test('that cannot be opened is named, without that advice', () => {
    expect(() => openDatabase(folder)).toThrow(SandboxFileError);
    expect(() => openDatabase(folder)).not.toThrow('Delete it');
  });

  test('whose damage shows when it is read is named as well', () => {
    const dataFile = join(folder, 'damaged.sqlite');
    openCatalog(undefined, dataFile).close();
    const bytes = readFileSync(dataFile);
    bytes.fill(7, 4096, 2 * 4096);
    writeFileSync(dataFile, bytes);
    expect(() => openCatalog(undefined, dataFile)).toThrow(SandboxFileError);
  });
});
