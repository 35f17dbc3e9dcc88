import { expect, test } from 'vitest';
import { writeSpreadsheet } from '../../../src/web/files/csv.ts';
import { tracksCsv } from '../../../src/web/files/tracks-csv.ts';
import { readCsv } from '../../support/read-csv.ts';
import { documentOf, smallMatches } from '../../support/small-guide.ts';

const FORM = { delimiter: ',', newline: '\r\n' } as const;

test.each([
  ['=SUM(A1)', "'=SUM(A1)"],
  ['+1', "'+1"],
  ['-', "'-"],
  ['@home', "'@home"],
  ['\tx', "'\tx"],
  ['\0x', "'\0x"],
  ['\r=x', "'\r=x"],
  ['\n=x', "'\n=x"],
  ['＝x', "'＝x"],
  ['＠x', "'＠x"],
  ['a=b', 'a=b'],
  ["'quoted'", "'quoted'"],
  ['3-2', '3-2'],
  ['', ''],
])('the cell %j is written as %j', (text, cell) => {
  const table = writeSpreadsheet([['Cell', () => text]], [0]);
  expect(readCsv(table.slice(1), FORM)).toEqual([['Cell'], [cell]]);
});

test('a spreadsheet starts with the mark of UTF-8 and quotes every cell', () => {
  const table = writeSpreadsheet(
    [
      ['A', () => 1],
      ['B', () => undefined],
    ],
    [0],
  );
  expect(table).toBe('\uFEFF"A","B"\r\n"1",""\r\n');
});

test('the track list has columns for the service of the site alone', () => {
  const headings = (service: 'spotify' | 'sandbox' | undefined) => {
    const text = tracksCsv.render({ ...documentOf({ matches: smallMatches() }), service });
    return readCsv(text.slice(1), FORM)[0]?.slice(15);
  };
  expect(headings('spotify')).toEqual(['Link on Spotify', 'Why not on Spotify']);
  expect(headings('sandbox')).toEqual(['Link on the sandbox', 'Why not on the sandbox']);
  expect(headings(undefined)).toEqual([]);
});
