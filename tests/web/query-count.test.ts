import { StatementSync } from 'node:sqlite';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Guide } from '../../src/domain/guides/guide.ts';
import { guideOf } from '../support/small-guide.ts';
import { startApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
afterEach(() => app.close());

describe('the number of queries does not grow', () => {
  test.each([
    ['the front page', '/'],
    ['the sitemap', '/sitemap.xml'],
    ['a search', '/search?q=film'],
  ])('with the guides: %s', async (_name, path) => {
    app = await startApp();
    await publish(guideNumbered(1, 2));
    const few = await countQueries(path);
    for (let n = 2; n <= 12; n += 1) await publish(guideNumbered(n, 2));
    expect(few).toBeGreaterThan(0);
    expect(await countQueries(path)).toBe(few);
  });

  test.each([
    ['a guide', ''],
    ['its ladder', '/playlist'],
    ['its sources', '/sources'],
    ['a file', '/playlist.json'],
    ['a track', '/tracks/track-1'],
  ])('with the tracks: %s', async (_name, part) => {
    app = await startApp();
    await publish(guideNumbered(1, 2));
    await publish(guideNumbered(2, 80));
    const few = await countQueries(`/guides/film-1${part}`);
    expect(few).toBeGreaterThan(0);
    expect(await countQueries(`/guides/film-2${part}`)).toBe(few);
  });
});

test('a page that has been drawn costs one query the next time', async () => {
  app = await startApp();
  await publish(guideNumbered(1, 2));
  const first = await countQueries('/guides/film-1');
  expect(first).toBeGreaterThan(1);
  expect(await countQueries('/guides/film-1')).toBe(1);
});

async function publish(content: Guide): Promise<void> {
  await app.database.guides.publishRevision({ content, author: 'a test', message: 'new' });
  for (const { id } of content.tracks) {
    await app.database.matches.saveMatch({
      guide: content.id,
      track: id,
      service: 'sandbox',
      grade: 'same',
      recordingId: `recording-${id}`,
      confidence: 1,
      reasons: [],
      penalties: [],
      alternates: [],
      decidedBy: 'a test',
      decidedAt: '2026-11-21T12:00:00Z',
      fingerprint: '',
    });
  }
}

function guideNumbered(number: number, tracks: number): Guide {
  return guideOf({
    id: `film-${number}`,
    film: { title: `Film ${number}`, year: 1990 },
    tracks: Array.from({ length: tracks }, (_, i) => ({
      id: `track-${i + 1}`,
      title: `Track ${i + 1}`,
      kind: 'song',
    })),
  });
}

/** How often SQLite is asked while the page is made; Kysely reads with `all` and writes with `run`. */
async function countQueries(path: string): Promise<number> {
  const asked = [vi.spyOn(StatementSync.prototype, 'all'), vi.spyOn(StatementSync.prototype, 'run')];
  try {
    const response = await fetch(app.url + path);
    expect(response.status).toBe(200);
    await response.arrayBuffer();
    return asked.reduce((sum, { mock }) => sum + mock.calls.length, 0);
  } finally {
    for (const spy of asked) spy.mockRestore();
  }
}
