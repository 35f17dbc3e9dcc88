import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { json, type RunningSandbox, refusal, startSandbox } from './start-sandbox.ts';

let sandbox: RunningSandbox;
let token: string;
beforeAll(async () => {
  sandbox = await startSandbox();
  const answer = await sandbox.token({ grant_type: 'client_credentials' });
  token = String((await json(answer)).access_token);
});
afterAll(() => sandbox.close());

const SOUNDTRACK = 'Leaving Las Vegas (Original Motion Picture Soundtrack)';

interface Track {
  id: string;
  name: string;
  artists: { name: string }[];
  album: { id: string; name: string };
}
interface Page {
  items: Track[];
  limit: number;
  offset: number;
  total: number;
  next: string | null;
  previous: string | null;
}

const call = (parameters: Record<string, string>, path = '/search') =>
  sandbox.call(token, 'GET', `${path}?${new URLSearchParams({ type: 'track', ...parameters })}`);

async function search(q: string, more: Record<string, string> = {}): Promise<Page> {
  const response = await call({ q, limit: '10', ...more });
  return ((await response.json()) as { tracks: Page }).tracks;
}

/** A search's hits as "title / performers / album". */
async function hits(q: string): Promise<string[]> {
  const { items } = await search(q);
  return items.map(
    ({ name, artists, album }) =>
      `${name} / ${artists.map((artist) => artist.name).join(', ')} / ${album.name}`,
  );
}

describe('the page of a search', () => {
  test('has five hits unless more are asked for, and ten at the most', async () => {
    const standard = (await (await call({ q: 'love' })).json()) as { tracks: Page };
    expect([standard.tracks.limit, standard.tracks.items.length]).toEqual([5, 5]);
    expect((await search('love')).items).toHaveLength(10);
  });

  test.each(['11', '20', '50', '0', '-1', 'ten', '1.5', ''])('is refused with limit "%s"', async (limit) => {
    expect(await refusal(call({ q: 'love', limit }))).toBe('400 Invalid limit');
  });

  test('starts at offsets from 0 to 1000', async () => {
    expect((await search('love', { offset: '1000' })).items).toEqual([]);
    expect(await refusal(call({ q: 'love', offset: '1001' }))).toBe('400 Invalid offset');
  });

  test('leads on to the next until there is none, without showing a track twice', async () => {
    const seen: string[] = [];
    let next: string | null = `${sandbox.url}/v1/search?q=angel+eyes&type=track&limit=10`;
    while (next !== null) {
      const { tracks } = (await (
        await fetch(next, { headers: { Authorization: `Bearer ${token}` } })
      ).json()) as { tracks: Page };
      seen.push(...tracks.items.map(({ id }) => id));
      next = tracks.next;
    }
    expect(seen.length).toBeGreaterThan(50);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('is also served with a slash at the end of the path', async () => {
    expect((await call({ q: 'angel eyes' }, '/search/')).status).toBe(200);
  });

  test.each([
    ['no q', { type: 'track' }, '400 No search query'],
    ['an empty q', { type: 'track', q: ' ' }, '400 No search query'],
    ['no type', { q: 'x' }, '400 Missing parameter type'],
    ['another type', { q: 'x', type: 'show' }, '400 The sandbox finds type "track" only, not "show"'],
    [
      '101 characters',
      { type: 'track', q: 'x'.repeat(101) },
      '400 Query exceeds maximum length of 100 characters',
    ],
    ['an unknown market', { type: 'track', q: 'x', market: 'usa' }, '400 Invalid market code'],
    ['an unknown parameter', { type: 'track', q: 'x', page: '2' }, '400 Unknown query parameter "page"'],
  ])('is refused with %s', async (_what, parameters, message) => {
    expect(await refusal(sandbox.call(token, 'GET', `/search?${new URLSearchParams(parameters)}`))).toBe(
      message,
    );
  });
});

describe('a track', () => {
  test('has the fields of Development Mode and ids that are not Spotify’s', async () => {
    const { items } = await search(`album:"${SOUNDTRACK.replaceAll(/[()]/g, '')}" track:"angel eyes"`, {
      market: 'US',
    });
    const id = expect.stringMatching(/^sandbox[a-z2-7]{15}$/);
    const [track] = items;
    expect(track).toMatchObject({
      id,
      uri: `spotify:track:${track?.id}`,
      name: 'Angel Eyes',
      type: 'track',
      duration_ms: expect.any(Number),
      explicit: false,
      disc_number: 1,
      track_number: 2,
      is_local: false,
      is_playable: true,
      external_ids: { isrc: expect.stringMatching(/^ZZ[A-Z0-9]{3}\d{7}$/) },
      external_urls: { spotify: `${sandbox.url}/track/${track?.id}` },
      artists: [{ id, name: 'Sting', type: 'artist', uri: expect.stringMatching(/^spotify:artist:sandbox/) }],
      album: {
        id,
        name: SOUNDTRACK,
        album_type: 'compilation',
        artists: [{ name: 'Various Artists' }],
        images: [],
        release_date: '1995',
        release_date_precision: 'year',
        total_tracks: 25,
        uri: expect.stringMatching(/^spotify:album:sandbox/),
      },
    });
    for (const lost of ['available_markets', 'linked_from', 'popularity'])
      expect(track).not.toHaveProperty(lost);
    for (const lost of ['album_group', 'available_markets', 'label', 'popularity']) {
      expect(track?.album).not.toHaveProperty(lost);
    }
  });

  test('can be looked up by its id, and an unknown id is 404', async () => {
    const [found] = (await search('ridiculous nicolas cage')).items;
    expect(await json(await sandbox.call(token, 'GET', `/tracks/${found?.id}`))).toEqual(found);
    expect(await refusal(sandbox.call(token, 'GET', '/tracks/0123456789012345678901'))).toBe(
      '404 Resource not found',
    );
  });

  test('says whether it can be played only where the country is known', async () => {
    expect((await search('ridiculous')).items[0]).not.toHaveProperty('is_playable');
    const user = await sandbox.signIn();
    const found = await sandbox.call(user, 'GET', '/search?q=ridiculous&type=track');
    expect(JSON.stringify(await found.json())).toContain('"is_playable":true');
  });

  test('keeps its id from one sandbox to the next', async () => {
    const other = await startSandbox();
    const answer = await json(await other.token({ grant_type: 'client_credentials' }));
    const [here] = (await search('bossa vega')).items;
    const there = await other.call(String(answer.access_token), 'GET', `/tracks/${here?.id}`);
    expect((await json(there)).name).toBe('Bossa Vega');
    other.close();
  });
});

describe('an album', () => {
  test('gives its tracks in order', async () => {
    const [track] = (await search('ridiculous nicolas cage')).items;
    const album = await json(await sandbox.call(token, 'GET', `/albums/${track?.album.id}`));
    const { items } = album.tracks as Page;
    expect(items).toHaveLength(25);
    expect(items[0]?.name).toBe('Intro Dialogue');
    expect(items[24]?.name).toBe("I Won't Be Going South for a While");
    expect(items[0]).not.toHaveProperty('album');
    const page = await json(
      await sandbox.call(token, 'GET', `/albums/${track?.album.id}/tracks?limit=2&offset=13`),
    );
    expect((page.items as Track[]).map(({ name }) => name)).toEqual([
      'Come Rain or Come Shine - Live',
      'Ben and Sera - Theme',
    ]);
  });

  test('that is unknown is 404', async () => {
    expect(await refusal(sandbox.call(token, 'GET', '/albums/x'))).toBe('404 Resource not found');
    expect(await refusal(sandbox.call(token, 'GET', '/albums/x/tracks'))).toBe('404 Resource not found');
  });
});

describe('the order of hits', () => {
  test.each([
    ['Angel Eyes Sting', 'Angel Eyes / Sting /'],
    ["It's a Lonesome Old Town Sting", `It's a Lonesome Old Town / Sting / ${SOUNDTRACK}`],
    ['Ridiculous Nicolas Cage', `Ridiculous / Nicolas Cage / ${SOUNDTRACK}`],
    ['Leaving Las Vegas Sheryl Crow', 'Leaving Las Vegas / Sheryl Crow /'],
    ['My One and Only Love John Coltrane', 'My One and Only Love / John Coltrane, Johnny Hartman /'],
    ['the third man theme anton karas', 'The Third Man Theme / Anton Karas /'],
  ])('for "%s" begins with the song by its performer', async (text, first) => {
    expect((await hits(text))[0]).toContain(first);
  });

  test('is the same every time', async () => {
    expect(await hits('come rain or come shine')).toEqual(await hits('come rain or come shine'));
  });

  test('puts some of the words after all of them', async () => {
    const found = await hits('burlesque las vegas figgis');
    expect(found[0]).toBe(`Burlesque / Mike Figgis / ${SOUNDTRACK}`);
    expect(found.length).toBe(10);
  });

  test('does not care for case, accents, apostrophes or "&"', async () => {
    for (const text of ['BEN AND BILL figgis', 'ben & bill figgis', 'Bén & Bill Fíggis']) {
      expect((await hits(text))[0]).toBe(`Ben & Bill / Mike Figgis / ${SOUNDTRACK}`);
    }
    expect((await hits('seras dark side'))[0]).toContain("Sera's Dark Side");
  });
});

describe('a filter', () => {
  const artistsOf = async (text: string) => {
    const { items } = await search(text);
    return new Set(items.map(({ artists }) => artists[0]?.name));
  };

  test('holds a word, or several in quotes, to its field', async () => {
    expect(await artistsOf('artist:sting')).toEqual(new Set(['Sting']));
    expect(await artistsOf('track:"angel eyes" artist:"frank sinatra"')).toEqual(new Set(['Frank Sinatra']));
    const names = (await search('album:"only the lonely"')).items.map(({ album }) => album.name);
    expect(names.every((name) => name.includes('Only the Lonely'))).toBe(true);
  });

  test('is no exact match: the quoted words may stand apart', async () => {
    expect((await hits('track:"town lonesome" artist:sting'))[0]).toContain("It's a Lonesome Old Town");
  });

  test('covers one word when there are no quotes', async () => {
    const { total } = await search('artist:frank sinatra');
    expect(total).toBeGreaterThan((await search('artist:"frank sinatra" artist:count')).total);
  });

  test('is only words when a blank follows the colon', async () => {
    expect((await search('artist: sting')).total).not.toBe((await search('artist:sting')).total);
  });

  test('finds a year and a span of years', async () => {
    expect((await hits('year:1993 leaving las vegas'))[0]).toContain('Sheryl Crow');
    const { items } = await search('come rain or come shine year:1959-1961');
    const years = items.map((item) =>
      (item.album as unknown as { release_date: string }).release_date.slice(0, 4),
    );
    expect(years.length).toBeGreaterThan(4);
    expect(years.every((year) => year >= '1959' && year <= '1961')).toBe(true);
  });

  test('finds every release of an ISRC, and nothing for two at once', async () => {
    const [track] = (await search('artist:sting album:"leaving las vegas" track:"angel eyes"')).items;
    const { isrc } = (track as unknown as { external_ids: { isrc: string } }).external_ids;
    const found = await search(`isrc:${isrc.toLowerCase()}`);
    expect(found.items.map(({ album }) => album.name).sort()).toEqual([
      SOUNDTRACK,
      'Smoky Rooms: Jazz Ballads from the Screen',
      'Sting at the Movies',
    ]);
    expect((await search(`isrc:${isrc} OR isrc:ZZAAA0000000`)).total).toBe(0);
  });

  test.each([
    'track:"it\'s a lonesome old town" artist:sting',
    'track:"it’s a lonesome old town"',
    'artist:“don henley”',
    'genre:jazz angel',
    'year:soon angel',
    'track:"..." sting',
  ])('that is fragile, as %s, finds nothing', async (text) => {
    expect((await search(text)).items).toEqual([]);
  });

  test('leaves a colon in a title alone', async () => {
    expect((await hits('Intro: Madison Time'))[0]).toContain('Intro: Madison Time');
  });
});

test.each(['"', '*', 'AND', 'NOT', '( OR )', 'title:', '-', '+', '^love', "';--", '日本', 'NEAR(a b)'])(
  'a search for %s is only a search',
  async (text) => {
    expect((await call({ q: text })).status).toBe(200);
  },
);
