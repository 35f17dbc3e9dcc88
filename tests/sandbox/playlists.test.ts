import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ALL_SCOPES, json, type RunningSandbox, refusal, startSandbox } from './start-sandbox.ts';

let sandbox: RunningSandbox;
let token: string;
let uris: string[];
beforeAll(async () => {
  sandbox = await startSandbox();
  token = await sandbox.signIn();
  const page = async (offset: number) => {
    const found = await sandbox.call(token, 'GET', `/search?q=love&type=track&limit=10&offset=${offset}`);
    const { tracks } = (await found.json()) as { tracks: { items: { uri: string }[] } };
    return tracks.items.map(({ uri }) => uri);
  };
  uris = [...(await page(0)), ...(await page(10))];
});
afterAll(() => sandbox.close());

const create = (body: unknown, as = token) => sandbox.call(as, 'POST', '/me/playlists', body);
const newPlaylist = async (body: object = {}) =>
  String((await json(await create({ name: 'Test', ...body }))).id);
const show = async (id: string, as = token) => json(await sandbox.call(as, 'GET', `/playlists/${id}`));
const items = (method: string, id: string, body?: unknown, as = token) =>
  sandbox.call(as, method, `/playlists/${id}/items`, body);

describe('making a playlist', () => {
  test('answers 201 with items and none of the old names', async () => {
    const response = await create({ name: 'Ben & Sera', description: `<b>"songs"</b> & 'score'` });
    expect(response.status).toBe(201);
    const playlist = await json(response);
    expect(playlist).toEqual({
      collaborative: false,
      description: '&lt;b&gt;&quot;songs&quot;&lt;/b&gt; &amp; &#x27;score&#x27;',
      external_urls: { spotify: `${sandbox.url}/playlist/${playlist.id}` },
      href: `${sandbox.url}/v1/playlists/${playlist.id}`,
      id: expect.stringMatching(/^sandbox[a-z2-7]{15}$/),
      images: [],
      items: expect.objectContaining({ total: 0, items: [], next: null }),
      name: 'Ben & Sera',
      owner: expect.objectContaining({ id: 'sandbox-ada', display_name: 'Ada Marsh' }),
      primary_color: null,
      public: true,
      snapshot_id: expect.any(String),
      type: 'playlist',
      uri: `spotify:playlist:${playlist.id}`,
    });
  });

  test.each([
    ['no name', {}, '400 Missing required field: name'],
    ['a blank name', { name: ' ' }, '400 Missing required field: name'],
    ['a name that is no text', { name: 7 }, '400 Invalid field "name"'],
    [
      '101 characters of name',
      { name: 'x'.repeat(101) },
      '400 Playlist name is too long: at most 100 characters',
    ],
    ['an empty description', { name: 'x', description: '' }, '400 Attribute description is empty'],
    [
      'a line break in the description',
      { name: 'x', description: 'a\nb' },
      '400 Attribute description must not contain line breaks',
    ],
    [
      '301 characters of description',
      { name: 'x', description: 'é'.repeat(301) },
      '400 Attribute description is too long: at most 300 characters',
    ],
    ['a field nobody knows', { name: 'x', colour: 'red' }, '400 Unknown field "colour"'],
    [
      'everybody writing in public',
      { name: 'x', public: true, collaborative: true },
      '400 Collaborative playlists can only be private.',
    ],
    ['a list for a body', [], '400 The body must be a JSON object'],
  ])('is refused with %s', async (_what, body, message) => {
    expect(await refusal(create(body))).toBe(message);
  });

  test('takes 100 characters of name and 300 of description, however they are encoded', async () => {
    expect((await create({ name: '🎷'.repeat(100), description: '🎺'.repeat(300) })).status).toBe(201);
  });

  test('wants JSON, and says so', async () => {
    const send = (body: string, type: string) => sandbox.call(token, 'POST', '/me/playlists', body, type);
    expect(await refusal(send('name=x', 'application/x-www-form-urlencoded'))).toBe(
      '400 Content-Type must be application/json, not application/x-www-form-urlencoded',
    );
    expect(await refusal(send('{"name":', 'application/json'))).toBe('400 Error parsing JSON.');
    expect(await refusal(sandbox.call(token, 'POST', '/me/playlists'))).toBe(
      '400 Content-Type must be application/json, not none',
    );
  });

  test('needs the scope that fits', async () => {
    const forPublic = await sandbox.signIn('sandbox-ada', 'playlist-modify-public');
    const forPrivate = await sandbox.signIn('sandbox-ada', 'playlist-modify-private');
    const tooLittle = '403 Insufficient client scope';
    expect((await create({ name: 'x' }, forPublic)).status).toBe(201);
    expect(await refusal(create({ name: 'x', public: false }, forPublic))).toBe(tooLittle);
    expect((await create({ name: 'x', public: false }, forPrivate)).status).toBe(201);
    expect(await refusal(create({ name: 'x' }, forPrivate))).toBe(tooLittle);
  });
});

describe('the list of playlists', () => {
  test('has what the caller made, newest first, page by page, with counts only', async () => {
    const chiyo = await sandbox.signIn('sandbox-chiyo');
    for (const name of ['one', 'two', 'three']) await create({ name }, chiyo);
    const page = await json(await sandbox.call(chiyo, 'GET', '/me/playlists?limit=2'));
    expect(page).toMatchObject({ total: 3, limit: 2, offset: 0, previous: null });
    expect(page.next).toBe(`${sandbox.url}/v1/me/playlists?offset=2&limit=2`);
    const [first] = page.items as { name: string; items: object }[];
    expect(first).toMatchObject({
      name: 'three',
      items: { total: 0, href: expect.stringContaining('/items') },
    });
    expect(first).not.toHaveProperty('tracks');
  });

  test('leaves out private ones without the permission to read them', async () => {
    const dolores = await sandbox.signIn('sandbox-dolores');
    await create({ name: 'secret', public: false }, dolores);
    await create({ name: 'open' }, dolores);
    const modest = await sandbox.signIn('sandbox-dolores', 'playlist-modify-public');
    const names = async (as: string) =>
      ((await json(await sandbox.call(as, 'GET', '/me/playlists'))).items as { name: string }[]).map(
        ({ name }) => name,
      );
    expect(await names(dolores)).toEqual(['open', 'secret']);
    expect(await names(modest)).toEqual(['open']);
  });

  test('has at most 50 to a page', async () => {
    expect((await sandbox.call(token, 'GET', '/me/playlists?limit=50')).status).toBe(200);
    expect(await refusal(sandbox.call(token, 'GET', '/me/playlists?limit=51'))).toBe('400 Invalid limit');
  });
});

describe('changing a playlist', () => {
  test('answers 200 with an empty body and keeps what was not named', async () => {
    const id = await newPlaylist({ description: 'before' });
    const before = await show(id);
    const response = await sandbox.call(token, 'PUT', `/playlists/${id}`, { name: 'After' });
    expect([response.status, await response.text()]).toEqual([200, '']);
    const after = await show(id);
    expect(after).toMatchObject({ name: 'After', description: 'before', public: true });
    expect(after.snapshot_id).not.toBe(before.snapshot_id);
  });

  test.each([
    ['nothing to change', {}, '400 No fields to change'],
    ['a field nobody knows', { title: 'x' }, '400 Unknown field "title"'],
    ['an empty description', { description: '' }, '400 Attribute description is empty'],
    ['a name too long', { name: 'x'.repeat(101) }, '400 Playlist name is too long: at most 100 characters'],
  ])('is refused with %s', async (_what, body, message) => {
    expect(await refusal(sandbox.call(token, 'PUT', `/playlists/${await newPlaylist()}`, body))).toBe(
      message,
    );
  });

  test('is for the owner, with the scope, and of what exists', async () => {
    const id = await newPlaylist();
    const bruno = await sandbox.signIn('sandbox-bruno');
    const modest = await sandbox.signIn('sandbox-ada', 'playlist-modify-private');
    const change = (as: string, path = id) =>
      refusal(sandbox.call(as, 'PUT', `/playlists/${path}`, { name: 'x' }));
    expect(await change(bruno)).toBe('403 Forbidden');
    expect(await change(modest)).toBe('403 Insufficient client scope');
    expect(await change(token, 'nothing')).toBe('404 Resource not found');
  });
});

describe('reading a playlist', () => {
  test('gives its contents to the owner, as `item`', async () => {
    const id = await newPlaylist();
    await items('POST', id, { uris: uris.slice(0, 3) });
    const { items: page } = await show(id);
    const entries = (page as { items: Record<string, unknown>[] }).items;
    expect(entries[0]).toMatchObject({
      added_at: '2026-11-21T12:00:00.000Z',
      added_by: { id: 'sandbox-ada' },
      is_local: false,
      item: { uri: uris[0], is_playable: true },
    });
    expect(entries[0]).not.toHaveProperty('track');
  });

  test('gives anybody else what it is, and not what is on it', async () => {
    const id = await newPlaylist({ public: false });
    await items('POST', id, { uris: uris.slice(0, 3) });
    const bruno = await sandbox.signIn('sandbox-bruno');
    const app = String((await json(await sandbox.token({ grant_type: 'client_credentials' }))).access_token);
    for (const as of [bruno, app]) {
      const seen = await show(id, as);
      expect(seen.name).toBe('Test');
      expect(seen).not.toHaveProperty('items');
      expect(seen).not.toHaveProperty('tracks');
    }
    expect(await refusal(items('GET', id, undefined, bruno))).toBe('403 Forbidden');
    expect(await refusal(items('POST', id, { uris: uris.slice(0, 1) }, bruno))).toBe('403 Forbidden');
  });

  test('item by item needs its own permission', async () => {
    const id = await newPlaylist();
    const modest = await sandbox.signIn('sandbox-ada', 'playlist-modify-public');
    expect(await refusal(items('GET', id, undefined, modest))).toBe('403 Insufficient client scope');
  });

  test('pages through its items, twenty at first and fifty at the most', async () => {
    const id = await newPlaylist();
    await items('POST', id, { uris: [...uris, ...uris] });
    const page = await json(await items('GET', id));
    expect(page).toMatchObject({ total: 40, limit: 20, offset: 0 });
    expect(page.items).toHaveLength(20);
    expect(page.next).toContain('offset=20');
    const get = (query: string) => sandbox.call(token, 'GET', `/playlists/${id}/items?${query}`);
    expect(((await json(await get('limit=50&market=US'))).items as []).length).toBe(40);
    expect(await refusal(get('limit=51'))).toBe('400 Invalid limit');
    expect(await refusal(get('fields=items'))).toBe('400 Unknown query parameter "fields"');
  });
});

describe('the items of a playlist', () => {
  let id: string;
  const order = async () => {
    const { items: entries } = await json(
      await sandbox.call(token, 'GET', `/playlists/${id}/items?limit=50`),
    );
    return (entries as { item: { uri: string } }[]).map(({ item }) => uris.indexOf(item.uri)).join(' ');
  };
  const pick = (...indexes: number[]) => indexes.map((index) => uris[index]);
  beforeEach(async () => {
    id = await newPlaylist();
    await items('POST', id, { uris: pick(0, 1, 2, 3, 4) });
  });

  test('are added at the end or at a position', async () => {
    const response = await items('POST', id, { uris: pick(5, 6) });
    expect(response.status).toBe(201);
    expect(Object.keys(await json(response))).toEqual(['snapshot_id']);
    await items('POST', id, { uris: pick(7, 8), position: 1 });
    expect(await order()).toBe('0 7 8 1 2 3 4 5 6');
  });

  test('may hold a track twice', async () => {
    await items('POST', id, { uris: pick(0, 0), position: 0 });
    expect(await order()).toBe('0 0 0 1 2 3 4');
  });

  test('are replaced, or cleared with an empty list', async () => {
    expect((await items('PUT', id, { uris: pick(9, 8, 7) })).status).toBe(200);
    expect(await order()).toBe('9 8 7');
    await items('PUT', id, { uris: [] });
    expect(await order()).toBe('');
  });

  test.each([
    [{ range_start: 0, insert_before: 5 }, '1 2 3 4 0'],
    [{ range_start: 4, insert_before: 0 }, '4 0 1 2 3'],
    [{ range_start: 1, insert_before: 4, range_length: 2 }, '0 3 1 2 4'],
    [{ range_start: 3, insert_before: 1, range_length: 2 }, '0 3 4 1 2'],
    [{ range_start: 2, insert_before: 2 }, '0 1 2 3 4'],
    [{ range_start: 1, insert_before: 2, range_length: 3 }, '0 1 2 3 4'],
  ])('are moved by %o', async (move, expected) => {
    expect((await items('PUT', id, move)).status).toBe(200);
    expect(await order()).toBe(expected);
  });

  test('are removed wherever they occur', async () => {
    await items('POST', id, { uris: pick(1, 3) });
    const response = await items('DELETE', id, { items: [{ uri: uris[1] }, { uri: uris[4] }] });
    expect(response.status).toBe(200);
    expect(Object.keys(await json(response))).toEqual(['snapshot_id']);
    expect(await order()).toBe('0 2 3 3');
  });

  test('leave a new snapshot with each write', async () => {
    const writes: [string, object][] = [
      ['POST', { uris: pick(5) }],
      ['PUT', { range_start: 0, insert_before: 2 }],
      ['DELETE', { items: [{ uri: uris[5] }] }],
      ['PUT', { uris: pick(1) }],
      ['PUT', { uris: pick(1) }],
    ];
    const snapshots = [(await show(id)).snapshot_id];
    for (const [method, body] of writes) {
      snapshots.push((await json(await items(method, id, body))).snapshot_id);
      expect((await show(id)).snapshot_id).toBe(snapshots.at(-1));
    }
    expect(new Set(snapshots).size).toBe(6);
  });

  test('are written against this or an earlier snapshot, and no other', async () => {
    const { snapshot_id: earlier } = await show(id);
    await items('POST', id, { uris: pick(5) });
    const move = { range_start: 0, insert_before: 2 };
    expect((await items('PUT', id, { ...move, snapshot_id: earlier })).status).toBe(200);
    const body = { items: [{ uri: uris[0] }], snapshot_id: 'made-up' };
    expect(await refusal(items('DELETE', id, body))).toBe('400 Invalid snapshot_id');
  });

  const unknown = 'spotify:track:0123456789012345678901';
  test.each([
    ['POST', {}, 'No uris provided'],
    ['POST', { uris: [] }, 'No uris provided'],
    ['POST', { uris: Array(101).fill(unknown) }, 'You can add a maximum of 100 tracks per request.'],
    ['POST', { uris: [unknown] }, `Payload contains a non-existing ID: ${unknown}`],
    [
      'POST',
      { uris: ['https://open.spotify.com/track/x'] },
      'Invalid track uri: https://open.spotify.com/track/x',
    ],
    [
      'POST',
      { uris: ['spotify:album:0123456789012345678901'] },
      'Invalid track uri: spotify:album:0123456789012345678901',
    ],
    ['POST', { uris: [7] }, 'Invalid field "uris.0"'],
    ['POST', { uris: [unknown], where: 3 }, 'Unknown field "where"'],
    ['POST', { uris: [unknown], position: 6 }, 'Index out of bounds'],
    ['POST', { uris: [unknown], position: -1 }, 'Invalid field "position"'],
    ['PUT', {}, 'No uris provided'],
    ['PUT', { uris: Array(101).fill(unknown) }, 'You can add a maximum of 100 tracks per request.'],
    ['PUT', { uris: [unknown] }, `Payload contains a non-existing ID: ${unknown}`],
    [
      'PUT',
      { uris: [], range_start: 0, insert_before: 1 },
      'Give either "uris" to replace or "range_start" to reorder, not both',
    ],
    ['PUT', { range_start: 0 }, 'Missing required field: insert_before'],
    ['PUT', { range_start: 5, insert_before: 0 }, 'Index out of bounds'],
    ['PUT', { range_start: 0, insert_before: 6 }, 'Index out of bounds'],
    ['PUT', { range_start: 3, insert_before: 0, range_length: 3 }, 'Index out of bounds'],
    ['PUT', { range_start: 0, insert_before: 1, range_length: 0 }, 'Invalid field "range_length"'],
    ['DELETE', { tracks: [{ uri: unknown }] }, 'No uris provided'],
    ['DELETE', { uris: [unknown] }, 'No uris provided'],
    ['DELETE', { items: [] }, 'No uris provided'],
    ['DELETE', { items: [{ uri: unknown, positions: [0] }] }, 'Unknown field "positions"'],
    [
      'DELETE',
      { items: Array(101).fill({ uri: unknown }) },
      'You can add a maximum of 100 tracks per request.',
    ],
    ['DELETE', { items: [{ uri: 'x' }] }, 'Invalid track uri: x'],
  ])('refuse %s %j', async (method, body, message) => {
    expect(await refusal(items(method, id, body))).toBe(`400 ${message}`);
    expect(await order()).toBe('0 1 2 3 4');
  });

  test('refuse uris in the query, where they would make the body be ignored', async () => {
    const path = `/playlists/${id}/items?uris=${uris[0]}`;
    expect(await refusal(sandbox.call(token, 'POST', path, { uris }))).toBe(
      '400 Unknown query parameter "uris"',
    );
  });

  test('need the scope that fits the playlist', async () => {
    const forPublic = await sandbox.signIn('sandbox-ada', 'playlist-modify-public');
    const hidden = await newPlaylist({ public: false });
    expect((await items('PUT', id, { uris: [] }, forPublic)).status).toBe(200);
    expect(await refusal(items('PUT', hidden, { uris: [] }, forPublic))).toBe(
      '403 Insufficient client scope',
    );
  });
});

describe('the cover of a playlist', () => {
  const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(200, 7)]);
  const upload = (id: string, body: string, type = 'image/jpeg', as = token) =>
    sandbox.call(as, 'PUT', `/playlists/${id}/images`, body, type);

  test('is taken with 202, shown, and served as it came', async () => {
    const id = await newPlaylist();
    const before = await show(id);
    const response = await upload(id, jpeg.toString('base64'));
    expect([response.status, await response.text()]).toEqual([202, '']);
    const images = (await (await sandbox.call(token, 'GET', `/playlists/${id}/images`)).json()) as [
      { url: string },
    ];
    expect(images).toEqual([
      { url: expect.stringContaining(`${sandbox.url}/cover/${id}`), width: null, height: null },
    ]);
    const after = await show(id);
    expect(after.images).toEqual(images);
    expect(after.snapshot_id).not.toBe(before.snapshot_id);
    const served = await fetch(images[0].url);
    expect(served.headers.get('content-type')).toBe('image/jpeg');
    expect(Buffer.from(await served.arrayBuffer())).toEqual(jpeg);
  });

  test('may be 256 KB as base64 and not a byte more', async () => {
    const id = await newPlaylist();
    const largest = Buffer.concat([jpeg, Buffer.alloc(196_608 - jpeg.length)]).toString('base64');
    expect(largest.length).toBe(256 * 1024);
    expect((await upload(id, largest)).status).toBe(202);
    expect((await upload(id, `AAAA${largest}`)).status).toBe(413);
    expect((await upload(id, 'A'.repeat(600_000))).status).toBe(413);
  });

  test.each([
    [
      'a data: prefix',
      `data:image/jpeg;base64,${jpeg.toString('base64')}`,
      'The image must be bare base64, without "data:"',
    ],
    ['a newline at the end', `${jpeg.toString('base64')}\n`, 'The image is not base64'],
    ['no JPEG', Buffer.from('a PNG perhaps').toString('base64'), 'The image is not a JPEG'],
    ['nothing', '', 'The image is not base64'],
  ])('is refused with %s', async (_what, body, message) => {
    expect(await refusal(upload(await newPlaylist(), body))).toBe(`400 ${message}`);
  });

  test('is refused as another type', async () => {
    expect(await refusal(upload(await newPlaylist(), jpeg.toString('base64'), 'image/png'))).toBe(
      '400 Content-Type must be image/jpeg, not image/png',
    );
  });

  test('is refused with 401 without the scope for pictures, and with 403 by a stranger', async () => {
    const id = await newPlaylist();
    const modest = await sandbox.signIn('sandbox-ada', ALL_SCOPES.replace('ugc-image-upload', ''));
    expect(await refusal(upload(id, jpeg.toString('base64'), 'image/jpeg', modest))).toBe(
      '401 Unauthorized.',
    );
    const bruno = await sandbox.signIn('sandbox-bruno');
    expect(await refusal(upload(id, jpeg.toString('base64'), 'image/jpeg', bruno))).toBe('403 Forbidden');
  });
});
