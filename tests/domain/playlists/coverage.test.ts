import { expect, test } from 'vitest';
import { coverage, isInFilm } from '../../../src/domain/playlists/coverage.ts';
import { listCues } from '../../../src/domain/playlists/order.ts';
import { guideOf, matchOf, smallGuide, smallMatches } from '../../support/small-guide.ts';

test('coverage counts what the guide and its matches know', () => {
  expect(coverage(smallGuide(), smallMatches())).toEqual({
    tracks: 3,
    kinds: { song: 1, score: 1, dialogue: 1 },
    onAlbum: 2,
    inFilm: { yes: 2, no: 1, unknown: 0 },
    cues: { total: 3, withScene: 2, withTime: 2, inferred: 1, unplaced: 0 },
    claims: { supported: 1, contradicted: 1, unverified: 1 },
    services: [{ service: 'spotify', matched: 1, total: 3 }],
  });
});

test('coverage of a guide without tracks is nought', () => {
  const empty = guideOf({ id: 'empty', film: { title: 'Empty', year: 2000 } });
  expect(coverage(empty, [])).toMatchObject({ tracks: 0, onAlbum: 0, cues: { total: 0 }, services: [] });
});

test('a cue without scene and time is unplaced, and a place that is inferred is counted apart', () => {
  const cues = [
    { id: 'a', order: 1 },
    { id: 'b', scene: 'Somewhere' },
    { id: 'c', scene: 'Elsewhere', basis: 'inferred' },
  ];
  const tracks = [{ id: 'one', title: 'One', kind: 'song', cues }];
  const guide = guideOf({ id: 'cues', film: { title: 'Cues', year: 2000 }, tracks });
  expect(coverage(guide, []).cues).toEqual({ total: 3, withScene: 1, withTime: 0, inferred: 1, unplaced: 1 });
});

test('coverage counts each service by itself and skips tracks that the guide no longer has', () => {
  const same = (track: string, service: 'spotify' | 'sandbox') =>
    matchOf({ track, service, grade: 'same', recordingId: 'x' });
  const matches = [
    same('sum', 'sandbox'),
    same('slow-water', 'sandbox'),
    same('gone', 'sandbox'),
    ...smallMatches(),
  ];
  expect(coverage(smallGuide(), matches).services).toEqual([
    { service: 'spotify', matched: 1, total: 3 },
    { service: 'sandbox', matched: 2, total: 3 },
  ]);
});

test.each([
  ['yes', [], 'yes'],
  ['no', [], 'no'],
  ['unknown', [], 'unknown'],
  ['unknown', [{ id: 'c' }], 'yes'],
  ['unknown', [{ id: 'c', basis: 'inferred' }], 'unknown'],
] as const)('a track said to be in the film "%s" with the cues %j is "%s"', (inFilm, cues, expected) => {
  const tracks = [{ id: 'one', title: 'One', kind: 'song', inFilm, cues }];
  const [track] = guideOf({ id: 'g', film: { title: 'G', year: 2000 }, tracks }).tracks;
  expect(track && isInFilm(track)).toBe(expected);
});

test('the cues of several tracks are listed in film order', () => {
  expect(listCues(smallGuide().tracks).map(({ track, cue }) => [track.id, cue.order])).toEqual([
    ['slow-water', 1],
    ['sum', 2],
    ['slow-water', 3],
  ]);
});
