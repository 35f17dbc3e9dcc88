import { describe, expect, test } from 'vitest';
import { buildPlaylist, listLeftOut, playlistTitle } from '../../../src/domain/playlists/playlist.ts';
import { guideOf, matchOf, smallGuide, smallMatches } from '../../support/small-guide.ts';

const guide = smallGuide();

function find(track: string, matches = smallMatches()) {
  const entry = buildPlaylist({ guide, matches, order: 'film' }).entries.find(
    (one) => one.track.id === track,
  );
  if (!entry) throw new Error(`no entry for ${track}`);
  return entry;
}

describe('a playlist', () => {
  test.each([
    ['film', ['slow-water', 'sum', 'tickets-please']],
    ['album', ['slow-water', 'tickets-please', 'sum']],
  ] as const)('holds every track in %s order', (order, expected) => {
    const { entries } = buildPlaylist({ guide, matches: [], order });
    expect(entries.map(({ track }) => track.id)).toEqual(expected);
  });

  test('in album order goes by album, disc and number, then by the guide', () => {
    const place = (id: string, number: number, disc?: number) => ({ id, number, disc });
    const albums = [
      { id: 'first', title: 'First' },
      { id: 'second', title: 'Second' },
    ];
    const tracks = [
      { id: 'no-album' },
      { id: 'second-1', album: place('second', 1) },
      { id: 'first-2-1', album: place('first', 1, 2) },
      { id: 'first-10', album: place('first', 10) },
      { id: 'first-9', album: place('first', 9, 1) },
      { id: 'none-either' },
    ].map((track) => ({ title: track.id, kind: 'song', ...track }));
    const both = guideOf({ id: 'both', film: { title: 'Both', year: 2000 }, albums, tracks });
    const { entries } = buildPlaylist({ guide: both, matches: [], order: 'album' });
    expect(entries.map(({ track }) => track.id)).toEqual([
      'first-9',
      'first-10',
      'first-2-1',
      'second-1',
      'no-album',
      'none-either',
    ]);
  });

  test('in film order goes by the first cue of each track, then by the guide', () => {
    const track = (id: string, ...orders: (number | undefined)[]) => ({
      id,
      title: id,
      kind: 'song',
      cues: orders.map((order, i) => ({ id: `${id}-${i}`, order })),
    });
    const tracks = [
      track('unplaced', undefined),
      track('third', 3),
      track('first', 5, 1),
      track('between', 1.5),
      track('no-cue'),
    ];
    const film = guideOf({ id: 'film', film: { title: 'Film', year: 2000 }, tracks });
    const { entries } = buildPlaylist({ guide: film, matches: [], order: 'film' });
    expect(entries.map((entry) => entry.track.id)).toEqual([
      'first',
      'between',
      'third',
      'unplaced',
      'no-cue',
    ]);
  });

  test('leaves the guide as it was', () => {
    const before = structuredClone(guide);
    buildPlaylist({ guide, matches: smallMatches(), order: 'film' });
    expect(guide).toEqual(before);
  });

  test('is named after the film and its order', () => {
    expect(playlistTitle({ guide, order: 'film' })).toBe('Last Ferry (2001): music in film order');
    expect(playlistTitle({ guide, order: 'album' })).toBe('Last Ferry (2001): music in album order');
  });

  test('lists what it leaves out, with grade and reason', () => {
    expect(listLeftOut(buildPlaylist({ guide, matches: smallMatches(), order: 'film' }))).toEqual([
      {
        track: 'sum',
        title: '=SUM(A1)',
        grade: 'other-version',
        reason: 'Only another version of it was found. This is a live recording.',
      },
      {
        track: 'tickets-please',
        title: 'Tickets, "please"',
        grade: 'not-searched',
        reason: 'Nobody has looked for it yet.',
      },
    ]);
  });
});

describe('an entry', () => {
  test('has its cues in film order and its album', () => {
    const { cues, album } = find('slow-water');
    expect(cues.map(({ id }) => id)).toEqual(['slow-water-opening', 'slow-water-depot']);
    expect(album?.title).toBe('Harbour Lights');
    expect(find('sum').album).toBeUndefined();
  });

  test('with the same recording carries its id and no reason', () => {
    expect(find('slow-water')).toMatchObject({ recordingId: '0000000000000000000001' });
    expect(find('slow-water').reason).toBeUndefined();
  });

  test.each(['other-version', 'ambiguous', 'unavailable'] as const)('graded %s carries no id', (grade) => {
    const { recordingId, reason } = find('sum', [matchOf({ track: 'sum', grade, recordingId: 'stray' })]);
    expect(recordingId).toBeUndefined();
    expect(reason).toBeTruthy();
  });
});
