import { describe, expect, it } from 'vitest';
import { idOf, openForTest } from './open-for-test.ts';
import { readSaved, saved } from './spotify-server.ts';

const QUERY = { title: 'The Empty Pool', isFiltered: false };
const URL_OF = (number: number) => `https://open.spotify.com/playlist/${idOf(number)}`;

describe('a catalog understands', () => {
  it('a page of hits with holes in it, in the order of the service', async () => {
    const { server, spotify } = await openForTest();
    server.answer(saved('search'));
    const found = await spotify.catalog.searchRecordings(QUERY);
    expect(found.map(({ id, title }) => [id, title])).toEqual([
      [idOf(1), 'The Empty Pool'],
      [idOf(2), 'The Empty Pool - Live'],
    ]);
  });

  it('a track', async () => {
    const { server, spotify } = await openForTest({ service: 'sandbox' });
    server.answer(saved('track'));
    expect(await spotify.catalog.findRecording(idOf(1))).toMatchObject({ id: idOf(1), isrc: 'QZRN19600001' });
    expect(spotify.catalog.service).toBe('sandbox');
    expect(spotify.connector.service).toBe('sandbox');
  });

  it.each([
    ['a 404', saved('error-not-found', 404)],
    ['an id called invalid', { status: 400, body: '{"error":{"status":400,"message":"Invalid base62 id"}}' }],
  ])('%s as no such track', async (_what, answer) => {
    const { server, spotify } = await openForTest();
    server.answer(answer);
    expect(await spotify.catalog.findRecording(idOf(9))).toBeUndefined();
  });

  it('another 400 as a failure, not as an absence', async () => {
    const { server, spotify } = await openForTest();
    server.answer({ status: 400, body: '{"error":{"status":400,"message":"Invalid market code"}}' });
    await expect(spotify.catalog.findRecording(idOf(9))).rejects.toThrow('Invalid market code');
  });
});

describe('an account understands', () => {
  it.each([
    ['me', { accountId: 'reelnotesAccount1', displayName: 'Nora Field' }],
    ['me-older', { accountId: 'norafield', displayName: undefined }],
  ])('its owner from %s.json', async (name, expected) => {
    const { server, openAccount } = await openForTest();
    server.answer(saved(name));
    expect(await openAccount().getOwner()).toEqual(expected);
  });

  it('the playlist it made, even when its description is refused', async () => {
    const { server, openAccount } = await openForTest();
    server.answer(saved('playlist', 201), { status: 400, body: 'no' });
    const details = { name: 'Neon', description: 'See https://example.org', isPublic: true };
    const made = await openAccount().createPlaylist(details);
    expect(made).toEqual({ id: idOf(500), name: 'Neon Motel, in film order', url: URL_OF(500) });
    expect(server.calls).toHaveLength(2);
  });

  it('a playlist of its own', async () => {
    const { server, openAccount } = await openForTest();
    server.answer(saved('playlist'), saved('me'), { body: '[true]' });
    const found = await openAccount().findPlaylist(idOf(500));
    expect(found).toEqual({ id: idOf(500), name: 'Neon Motel, in film order', url: URL_OF(500) });
  });

  it.each([
    ['a playlist that is gone', [saved('error-not-found', 404)]],
    ['a playlist it has deleted', [saved('playlist'), saved('me'), { body: '[false]' }]],
    ['a playlist of somebody else', [saved('playlist-of-another'), saved('me')]],
    [
      'a playlist of nobody',
      [{ body: readSaved('playlist').replace(/"owner": \{[^}]*\}[^}]*\}/, '"owner": null') }, saved('me')],
    ],
  ])('%s as none', async (_what, answers) => {
    const { server, openAccount } = await openForTest();
    server.answer(...answers);
    expect(await openAccount().findPlaylist(idOf(500))).toBeUndefined();
    expect(server.calls).toHaveLength(answers.length);
  });

  it('a playlist of its own, too, when the service will not say whether it was deleted', async () => {
    const { server, openAccount } = await openForTest();
    server.answer(saved('playlist'), saved('me'), { status: 403, body: 'Insufficient client scope' });
    expect(await openAccount().findPlaylist(idOf(500))).toMatchObject({ id: idOf(500) });
  });

  it('a list of playlists over several pages, in the old form and the new', async () => {
    const { server, openAccount } = await openForTest();
    server.answer(saved('playlists-first'), saved('playlists-last'));
    expect(await openAccount().listPlaylists()).toEqual([
      { id: idOf(500), name: 'Neon Motel, in film order', url: URL_OF(500) },
      { id: idOf(501), name: 'Found elsewhere', url: URL_OF(501) },
    ]);
  });

  it('what is in a playlist, over several pages, in the old form and the new', async () => {
    const { server, openAccount } = await openForTest();
    server.answer(saved('items-first'), saved('items-last'));
    expect(await openAccount().readItems(idOf(500))).toEqual([idOf(1), idOf(5), idOf(2), idOf(3)]);
  });

  it('that an empty page ends a list, whatever it says of the next', async () => {
    const { server, openAccount } = await openForTest();
    server.answer({ body: '{"items":[],"next":"https://api.spotify.com/v1/again"}' });
    expect(await openAccount().readItems(idOf(500))).toEqual([]);
  });

  it('that a list without an end is no list', async () => {
    const { server, openAccount } = await openForTest();
    const endless = { body: '{"items":[null],"next":"https://api.spotify.com/v1/again"}' };
    server.answer(...Array.from({ length: 251 }, () => endless));
    await expect(openAccount().readItems(idOf(500))).rejects.toThrow('more than 250 pages');
    expect(server.calls).toHaveLength(250);
  });

  it.each([
    ['nothing at all', { status: 201 }],
    ['null', { status: 201, body: 'null' }],
    ['a page for people', { status: 201, body: '<p>Added!</p>', type: 'text/html' }],
  ])('that recordings were added when the answer is %s', async (_what, answer) => {
    const { server, openAccount } = await openForTest();
    server.answer(answer);
    await openAccount().addItems(idOf(500), [idOf(1)]);
    expect(server.calls).toHaveLength(1);
  });
});
