import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { PLAYLIST_FILES } from '../../../src/web/files/files.ts';
import { readCsv } from '../../support/read-csv.ts';
import { findAll, readXml } from '../../support/read-xml.ts';
import { documentOf, guideOf, matchAll } from '../../support/small-guide.ts';

const guide = guideOf(parse(await readFile('tests/fixtures/guides/night-bus.yaml', 'utf8')));
const document = documentOf({ guide, matches: matchAll(guide) });

/** How many tracks a file of a guide with every field holds, read by the rules of its format. */
const COUNTERS: Record<string, (text: string) => number> = {
  'tunemymusic.csv': (text) => readCsv(text, { delimiter: ',', newline: '\n' }).length - 1,
  'soundiiz.csv': (text) => readCsv(text, { delimiter: ';', newline: '\r\n' }).length - 1,
  'tracks.csv': (text) => readCsv(text.slice(1), { delimiter: ',', newline: '\r\n' }).length - 1,
  'cue-sheet.csv': (text) => {
    const [, ...rows] = readCsv(text.slice(1), { delimiter: ',', newline: '\r\n' });
    return new Set(rows.map(([, , , ...facts]) => JSON.stringify(facts.slice(0, 5)))).size;
  },
  'playlist.xspf': (text) => findAll(readXml(text), 'track').length,
  'playlist.jspf': (text) => JSON.parse(text).playlist.track.length,
  'playlist.json': (text) => JSON.parse(text).tracks.length,
  'playlist.m3u8': (text) => text.split('\n').filter((line) => line.startsWith('https://')).length,
};

test.each(PLAYLIST_FILES)(
  '$fileName holds exactly the tracks it says it carries',
  ({ fileName, render, carries }) => {
    const expected = document.entries.filter((entry) => carries(entry, document)).length;
    expect(expected).toBeGreaterThan(0);
    expect(COUNTERS[fileName]?.(render(document))).toBe(expected);
  },
);
