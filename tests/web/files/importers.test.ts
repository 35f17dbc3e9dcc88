import { expect, test } from 'vitest';
import { soundiizCsv } from '../../../src/web/files/soundiiz-csv.ts';
import { tuneMyMusicCsv } from '../../../src/web/files/tunemymusic-csv.ts';
import { readCsv } from '../../support/read-csv.ts';
import { documentOf, smallMatches } from '../../support/small-guide.ts';

const [HEADER] = tuneMyMusicCsv.render(documentOf()).split('\n');

test('the list for TuneMyMusic has a bare header with the ids of Spotify last', () => {
  expect(HEADER).toBe('Track name,Artist name,Album,Playlist name,Type,ISRC,Spotify - id');
});

test.each(['sandbox', undefined] as const)(
  'the list for TuneMyMusic has no ids for the service %s',
  (service) => {
    const matches = smallMatches().map((match) => ({ ...match, service: 'sandbox' as const }));
    const text = tuneMyMusicCsv.render({ ...documentOf({ matches }), service });
    expect(text.split('\n')[0]).toBe('Track name,Artist name,Album,Playlist name,Type,ISRC');
    expect(text).not.toContain('0000000000000000000001');
  },
);

test('the list for TuneMyMusic quotes every cell and breaks lines with LF', () => {
  const [, ...lines] = tuneMyMusicCsv.render(documentOf()).split('\n');
  expect(lines).toHaveLength(3);
  for (const line of lines.slice(0, -1)) expect(line).toMatch(/^"[^"]*"(,"[^"]*"){6}$/);
});

test('the list for Soundiiz is parted by semicolons and breaks lines with CRLF', () => {
  expect(readCsv(soundiizCsv.render(documentOf()), { delimiter: ';', newline: '\r\n' })).toEqual([
    ['title', 'artist', 'album', 'isrc'],
    ['Slow Water', 'The Moorings, Inés Vidal', 'Harbour Lights', 'GBAAA9900001'],
    ['=SUM(A1)', 'Ö & Co', '', ''],
  ]);
});
