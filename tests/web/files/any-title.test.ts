import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cueSheetCsv } from '../../../src/web/files/cue-sheet-csv.ts';
import { json } from '../../../src/web/files/json.ts';
import { jspf } from '../../../src/web/files/jspf.ts';
import { m3u8 } from '../../../src/web/files/m3u8.ts';
import { soundiizCsv } from '../../../src/web/files/soundiiz-csv.ts';
import { tracksCsv } from '../../../src/web/files/tracks-csv.ts';
import { tuneMyMusicCsv } from '../../../src/web/files/tunemymusic-csv.ts';
import { xspf } from '../../../src/web/files/xspf.ts';
import { readCsv } from '../../support/read-csv.ts';
import { findAll, readXml } from '../../support/read-xml.ts';
import {
  AWKWARD_TITLES,
  documentOf,
  FORBIDDEN_TITLES,
  guideWithTitles,
  matchAll,
} from '../../support/small-guide.ts';

const hard = fc.constantFrom(
  '=',
  '+',
  '@',
  '"',
  ';',
  ',',
  "'",
  '\n',
  '\r',
  '\t',
  '\0',
  '&',
  '&copy;',
  '&#1;',
  ']]>',
  '<a>',
);
const half = fc.integer({ min: 0xd800, max: 0xdfff }).map((code) => String.fromCharCode(code));
const anyTitle = fc
  .array(fc.oneof(hard, half, fc.string({ unit: 'binary', maxLength: 5 }), fc.constant('a')), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''))
  .filter((title) => title.trim() !== '');
const anyTitles = fc.array(anyTitle, { minLength: 1, maxLength: 5 });

/** Checks a rule on the awkward titles and on a hundred lists of any others. */
function forTitles(rule: (titles: string[], document: ReturnType<typeof documentOf>) => void): void {
  fc.assert(
    fc.property(anyTitles, (titles) => {
      const guide = guideWithTitles(titles);
      rule(
        guide.tracks.map(({ title }) => title),
        documentOf({ guide, matches: matchAll(guide), order: 'album' }),
      );
    }),
    { examples: [[[...AWKWARD_TITLES, ...FORBIDDEN_TITLES]]] },
  );
}

/** A title as one line of characters that XML can hold. */
function inXml(title: string): string {
  const line = title
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
  return line.replace(/[\uFFFE\uFFFF]/g, '');
}

describe('whatever the titles', () => {
  test('XSPF is well-formed and gives them back on one line', () => {
    forTitles((titles, document) => {
      const tracks = findAll(readXml(xspf.render(document)), 'track');
      for (const name of ['title', 'creator']) {
        expect(tracks.map((track) => findAll(track, name)[0]?.text)).toEqual(titles.map(inXml));
      }
    });
  });

  test('JSPF and JSON can be parsed', () => {
    forTitles((titles, document) => {
      expect(JSON.parse(json.render(document)).tracks.map((track: { title: string }) => track.title)).toEqual(
        titles,
      );
      expect(JSON.parse(jspf.render(document)).playlist.track).toHaveLength(titles.length);
    });
  });

  test('M3U8 has three lines a track', () => {
    forTitles((titles, document) => {
      const lines = m3u8.render(document).split(/\r\n|[\p{Cc}\p{Zl}\p{Zp}]/u);
      expect(lines).toHaveLength(2 + 3 * titles.length + 1);
      expect(lines.filter((line) => line.startsWith('https://'))).toHaveLength(titles.length);
    });
  });

  test('the lists for importers give them back as they are', () => {
    forTitles((titles, document) => {
      const [, ...tuned] = readCsv(tuneMyMusicCsv.render(document), { delimiter: ',', newline: '\n' });
      expect(tuned.map(([title]) => title)).toEqual(titles);
      const [, ...sounds] = readCsv(soundiizCsv.render(document), { delimiter: ';', newline: '\r\n' });
      expect(sounds).toEqual(titles.map((title) => [title, title, document.guide.albums[0]?.title, '']));
    });
  });

  test.each([tracksCsv, cueSheetCsv])('$fileName gives them back and holds no formula', ({ render }) => {
    forTitles((titles, document) => {
      const table = readCsv(render(document).replace(/^\uFEFF/, ''), { delimiter: ',', newline: '\r\n' });
      const [headings = [], ...rows] = table;
      const cells = rows.map((row) => row[headings.indexOf('Title')] ?? '');
      expect(cells.map((cell, i) => (cell === `'${titles[i]}` ? titles[i] : cell))).toEqual(titles);
      expect(table.flat().filter((cell) => /^[=+\-@\t\r\n\0]/.test(cell))).toEqual([]);
      expect(new Set(table.map((row) => row.length)).size).toBe(1);
    });
  });
});
