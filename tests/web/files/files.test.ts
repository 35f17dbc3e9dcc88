import { describe, expect, test } from 'vitest';
import { PLAYLIST_FILES } from '../../../src/web/files/files.ts';
import {
  documentOf,
  guideOf,
  matchAll,
  matchOf,
  smallGuide,
  smallMatches,
} from '../../support/small-guide.ts';

describe('the list of playlist files', () => {
  test.each([
    ['tunemymusic.csv', 'text/csv; charset=utf-8'],
    ['soundiiz.csv', 'text/csv; charset=utf-8'],
    ['tracks.csv', 'text/csv; charset=utf-8'],
    ['cue-sheet.csv', 'text/csv; charset=utf-8'],
    ['playlist.xspf', 'application/xspf+xml'],
    ['playlist.jspf', 'application/json'],
    ['playlist.m3u8', 'audio/x-mpegurl'],
    ['playlist.json', 'application/json'],
  ])('offers %s as %s', (fileName, mediaType) => {
    expect(PLAYLIST_FILES.find((file) => file.fileName === fileName)?.mediaType).toBe(mediaType);
  });

  test('holds eight files, each under a name and a title of its own, described in one sentence', () => {
    expect(new Set(PLAYLIST_FILES.map(({ fileName }) => fileName)).size).toBe(8);
    expect(new Set(PLAYLIST_FILES.map(({ title }) => title)).size).toBe(8);
    for (const { description } of PLAYLIST_FILES) expect(description).toMatch(/^[A-Z][^.]+\.$/);
  });
});

describe.each(PLAYLIST_FILES)('$fileName', (file) => {
  test('is the same for the same guide', () => {
    expect(file.render(documentOf())).toBe(file.render(documentOf()));
  });

  test('names no recording of another service than its own', () => {
    const matches = smallMatches().map((match) => ({
      ...match,
      service: 'sandbox' as const,
      recordingId: 'elsewhere',
    }));
    const document = documentOf({ matches });
    expect(file.render(document)).not.toContain('elsewhere');
  });

  test('never passes a recording of the sandbox off as one of Spotify', () => {
    const matches = smallMatches().map((match) => ({ ...match, service: 'sandbox' as const }));
    expect(file.render(documentOf({ matches, service: 'sandbox' })).toLowerCase()).not.toContain('spotify');
  });

  test('names no service where the site has none', () => {
    const document = { ...documentOf({ matches: [] }), service: undefined };
    const text = file.render(document);
    expect(text).toContain(file.fileName === 'playlist.m3u8' ? '#EXTM3U' : 'Slow Water');
    expect(text).not.toMatch(/spotify|sandbox|not-searched|Nobody has looked/i);
  });

  test('can be written for a guide without tracks', () => {
    const guide = guideOf({ id: 'empty', film: { title: 'Empty', year: 2000 } });
    const text = file.render(documentOf({ guide, matches: [] }));
    expect(text).not.toMatch(/undefined|null|NaN/);
    expect(text).toMatch(/\n$/);
  });

  test('ends with a line break and holds no word of a program', () => {
    expect(file.render(documentOf())).toMatch(/\n$/);
    expect(file.render(documentOf())).not.toMatch(/undefined|null|NaN|\[object/);
  });
});

describe('of the tracks', () => {
  const carried = (fileName: string, document = documentOf()) => {
    const file = PLAYLIST_FILES.find((one) => one.fileName === fileName);
    return document.entries.filter((entry) => file?.carries(entry, document)).map(({ track }) => track.id);
  };
  const all = ['slow-water', 'sum', 'tickets-please'];

  test.each([
    ['playlist.xspf', all],
    ['playlist.jspf', all],
    ['playlist.json', all],
    ['tracks.csv', all],
    ['cue-sheet.csv', all],
    ['tunemymusic.csv', ['slow-water', 'sum']],
    ['soundiiz.csv', ['slow-water', 'sum']],
    ['playlist.m3u8', ['slow-water']],
  ])('%s carries %j', (fileName, expected) => {
    expect(carried(fileName)).toEqual(expected);
  });

  test.each(['tunemymusic.csv', 'soundiiz.csv'])(
    '%s carries one without performer by its ISRC',
    (fileName) => {
      const guide = smallGuide();
      const tracks = guide.tracks.map((track) => ({ ...track, performers: [], isrc: 'GBAAA9900002' }));
      const document = documentOf({ guide: { ...guide, tracks } });
      expect(carried(fileName, document)).toEqual(all);
      const text = PLAYLIST_FILES.find((file) => file.fileName === fileName)?.render(document);
      expect(text?.match(/GBAAA9900002/g)).toHaveLength(3);
    },
  );

  test('playlist.m3u8 carries none whose address is unknown', () => {
    const document = { ...documentOf({ matches: matchAll(smallGuide()) }), recordingUrl: () => undefined };
    expect(carried('playlist.m3u8', document)).toEqual([]);
  });

  test('playlist.m3u8 carries none of another version, even with an id', () => {
    const matches = [matchOf({ track: 'sum', grade: 'other-version', recordingId: 'live' })];
    expect(carried('playlist.m3u8', documentOf({ matches }))).toEqual([]);
  });
});
