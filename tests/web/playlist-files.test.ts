import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attributes, elements, textOf } from '../support/read-html.ts';
import { startSite, type TestSite } from '../support/test-site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

const FILES = [
  ['tunemymusic.csv', 'text/csv; charset=utf-8', /^Track name,Artist name,Album,Playlist name,Type,ISRC/],
  ['soundiiz.csv', 'text/csv; charset=utf-8', /^title;artist;album;isrc/],
  ['tracks.csv', 'text/csv; charset=utf-8', /Angel Eyes/],
  ['cue-sheet.csv', 'text/csv; charset=utf-8', /Angel Eyes/],
  ['playlist.xspf', 'application/xspf+xml', /<playlist\b[^>]*xmlns="http:\/\/xspf.org\/ns\/0\/"/],
  ['playlist.jspf', 'application/json', /^\{\s*"playlist"/],
  ['playlist.m3u8', 'audio/x-mpegurl', /^#EXTM3U/],
  ['playlist.json', 'application/json', /^\{/],
] as const;

test('the ladder links to every file, each with what it carries', async () => {
  const [rung = ''] = elements(
    await site.text('/guides/leaving-las-vegas/playlist'),
    'section',
    'aria-labelledby="rung-files"',
  );
  expect(attributes(rung, 'href')).toEqual(FILES.map(([name]) => `/guides/leaving-las-vegas/${name}`));
  expect(textOf(rung).match(/\b\d+ of 28\b/g)).toHaveLength(FILES.length);
});

describe('a file of the playlist', () => {
  test.each(FILES)('%s is saved under a name of its own, with its type', async (name, mediaType, sign) => {
    const { status, headers, ...response } = await read(`/guides/leaving-las-vegas/${name}`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe(mediaType);
    expect(headers.get('content-disposition')).toBe(`attachment; filename="leaving-las-vegas-${name}"`);
    expect(response.text.replace('\uFEFF', '')).toMatch(sign);
  });

  test.each(FILES)('%s is in the order that the link asks for', async (name) => {
    const film = await read(`/guides/night-bus/${name}`);
    const album = await read(`/guides/night-bus/${name}?order=album`);
    expect(album.text !== film.text).toBe(name !== 'cue-sheet.csv');
  });
});

test('the ladder in album order leads to files in album order', async () => {
  const html = await site.text('/guides/night-bus/playlist?order=album');
  const [rung = ''] = elements(html, 'section', 'aria-labelledby="rung-files"');
  expect(attributes(rung, 'href')[0]).toBe('/guides/night-bus/tunemymusic.csv?order=album');
});

test('links to recordings go to the sandbox, never to Spotify', async () => {
  const [links = ''] = elements(await site.text('/guides/leaving-las-vegas/playlist'), 'textarea');
  const lines = links.split('\n').filter(Boolean);
  expect(lines).toHaveLength(26);
  for (const line of lines) expect(line).toMatch(`${site.sandbox?.url}/track/`);
  const page = await fetch(lines[0] ?? '');
  expect(page.status).toBe(200);
  for (const [name] of FILES) {
    expect((await read(`/guides/leaving-las-vegas/${name}`)).text).not.toMatch(
      /open\.spotify\.com|spotify:track/,
    );
  }
});

async function read(path: string) {
  const response = await site.get(path);
  return { status: response.status, headers: response.headers, text: await response.text() };
}
