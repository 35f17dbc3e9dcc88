import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attributes, elements, textOf } from '../support/read-html.ts';
import { startSite, type TestSite } from '../support/test-site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await startSite({ service: 'none' });
});
afterAll(() => site.close());

const search = (words: string) => site.text(`/search?${new URLSearchParams({ q: words })}`);

describe('the search finds', () => {
  test.each([
    ['a track by its title', 'Waltz', 'night-bus/tracks/waltz-for-an-inspector'],
    ['a track by another title', 'song of the terminal', 'night-bus/tracks/cancao-do-terminal'],
    ['a performer', 'Umber Lanterns', 'night-bus/tracks/last-stop-love'],
    ['a writer', 'vandermoth', 'night-bus/tracks/last-stop-love'],
    ['a scene', 'empty upper deck', 'night-bus/tracks/night-bus-theme'],
    ['a film by its title', 'night bus', 'night-bus'],
    ['a film by its director and year', 'wrenmoor 1999', 'night-bus'],
    ['letters without their accents', 'cancao', 'night-bus/tracks/cancao-do-terminal'],
    ['letters with accents that the guide has not', 'Wáltz', 'night-bus/tracks/waltz-for-an-inspector'],
    ['letters of another alphabet by the plain ones', 'aegisbaeli', 'night-bus/tracks/night-bus-theme'],
    ['another script', 'האוטובוס', 'night-bus/tracks/shir-ha-otobus'],
    ['words in any order and case', 'INSPECTOR waltz', 'night-bus/tracks/waltz-for-an-inspector'],
    ['a part of a word', 'inspec', 'night-bus/tracks/waltz-for-an-inspector'],
    ['a title with signs in it', 'Last Stop; Love', 'night-bus/tracks/last-stop-love'],
    ['a recording of the other film', 'angel eyes', 'leaving-las-vegas/tracks/angel-eyes'],
  ])('%s: %s', async (_what, words, path) => {
    const [found = ''] = elements(await search(words), 'main');
    expect(attributes(found, 'href')).toContain(`/guides/${path}`);
  });
});

test('a film stands before the tracks that carry its name', async () => {
  const [found = ''] = elements(await search('night bus'), 'main');
  expect(attributes(found, 'href')[0]).toBe('/guides/night-bus');
});

test.each(['zzyzx', 'waltz zzyzx', '%', '_', '100%'])(
  'the search says that it found nothing for “%s”',
  async (words) => {
    const [found = ''] = elements(await search(words), 'main');
    expect(textOf(found)).toContain(`Nothing in the guides answers to “${words}”.`);
    expect(attributes(found, 'href')).toEqual([]);
  },
);

test.each(['', '?q=', '?q=+++', '?q=%00', '?q=%01+%7F'])(
  'asked nothing (%s), the search says what can be looked for',
  async (query) => {
    const response = await site.get(`/search${query}`);
    expect(response.status).toBe(200);
    expect(textOf(await response.text())).toContain(
      'Look for a song, a performer or writer, a scene or a film.',
    );
  },
);

test('what was asked stays in the box', async () => {
  const html = await search('"empty" <deck>');
  const [box = ''] = html.match(/<input id="q"[^>]*>/) ?? [];
  expect(attributes(box, 'value')).toEqual(['"empty" <deck>']);
});

test('the longest question a page can send is answered', async () => {
  const response = await site.get(`/search?q=${'ab '.repeat(66)}ab`);
  expect(response.status).toBe(200);
});
