import { expect, test } from 'vitest';
import type { Export } from '../../src/domain/exports/export.ts';
import { exportPage } from '../../src/web/pages/export-page.ts';
import { createSite } from '../../src/web/site.ts';
import { smallGuide } from '../support/small-guide.ts';

const NOW = new Date('2026-01-31T12:00:00Z');
const MADE: Export = {
  id: '0'.repeat(32),
  guide: 'last-ferry',
  connection: 'c',
  service: 'sandbox',
  order: 'film',
  state: 'done',
  trackCount: 3,
  carried: 0,
  added: 0,
  leftOut: [],
  isUpdate: false,
  createdAt: NOW.toISOString(),
  updatedAt: NOW.toISOString(),
};
const left = (grade: Export['leftOut'][number]['grade']) => ({
  track: 't',
  title: 'T',
  grade,
  reason: 'Why.',
});
const playlist = { playlistId: 'p', playlistUrl: 'http://127.0.0.1/p', playlistName: 'P' };

test.each<[string, Partial<Export>, string]>([
  ['nothing was searched for', { leftOut: [left('not-searched')] }, 'have not been searched for yet'],
  [
    'nothing was found',
    { leftOut: [left('not-searched'), left('unavailable')] },
    'None of the recordings was found',
  ],
  ['a playlist is new', { ...playlist, added: 2, carried: 2 }, 'A new playlist was made. It holds 2 of'],
  ['nothing was missing', { ...playlist, isUpdate: true, carried: 2 }, 'already up to date'],
  ['some were missing', { ...playlist, isUpdate: true, added: 1, carried: 2 }, 'one recording added to'],
])('the page of an export says so when %s', (_when, change, sentence) => {
  const site = createSite({
    baseUrl: 'http://127.0.0.1',
    version: '0',
    service: 'sandbox',
    publicDir: 'public',
  });
  const page = exportPage(site, { ...MADE, ...change }, smallGuide(), undefined, NOW);
  expect(page.result).toContain(sentence);
});
