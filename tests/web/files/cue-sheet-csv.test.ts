import { expect, test } from 'vitest';
import { cueSheetCsv } from '../../../src/web/files/cue-sheet-csv.ts';
import { readCsv } from '../../support/read-csv.ts';
import { documentOf, guideOf } from '../../support/small-guide.ts';

function read(document = documentOf()): Record<string, string>[] {
  const text = cueSheetCsv.render(document).slice(1);
  const [headings = [], ...rows] = readCsv(text, { delimiter: ',', newline: '\r\n' });
  return rows.map((row) => Object.fromEntries(headings.map((heading, i) => [heading, row[i] ?? ''])));
}

/** A guide of one track with the given cue. */
function guideWithCue(cue: object) {
  return guideOf({
    id: 'one',
    film: { title: 'One', year: 2000, editions: [{ id: 'cut', name: 'Long cut' }] },
    tracks: [{ id: 'one', title: 'One', kind: 'song', cues: [{ id: 'cue', edition: 'cut', ...cue }] }],
  });
}

test('a cue sheet is in film order even where the playlist is in album order', () => {
  const titles = ['Slow Water', 'Slow Water', "'=SUM(A1)", 'Slow Water', 'Tickets, "please"'];
  for (const order of ['film', 'album'] as const) {
    expect(read(documentOf({ order })).map((row) => row.Title)).toEqual(titles);
  }
});

test('a track without a cue is listed with nothing invented', () => {
  expect(read().at(-1)).toMatchObject({
    'In the film': 'no',
    Cue: '',
    Start: '',
    End: '',
    Duration: '',
    Basis: '',
  });
});

test.each([
  [{ start: 0, end: 59.6 }, '00:00:00', '00:01:00', '00:01:00'],
  [{ start: '59:59.4', end: '1:00:00' }, '00:59:59', '01:00:00', '00:00:01'],
  [{ start: '1:02:03' }, '01:02:03', '', ''],
  [{ start: 0.5, end: 1.4 }, '00:00:01', '00:00:01', '00:00:00'],
])('the times %j read %s to %s, %s long', (time, start, end, duration) => {
  const [row] = read(documentOf({ guide: guideWithCue({ times: [time] }) }));
  expect([row?.Start, row?.End, row?.Duration]).toEqual([start, end, duration]);
});

test('an edition without a frame rate is named without one', () => {
  expect(read(documentOf({ guide: guideWithCue({}) })).map((row) => row.Edition)).toEqual(['Long cut']);
});

test('a publisher is never named, since none is known', () => {
  expect(new Set(read().map((row) => row.Publisher))).toEqual(new Set(['']));
});
