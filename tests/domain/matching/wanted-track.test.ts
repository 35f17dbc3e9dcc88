import { expect, test } from 'vitest';
import { queryLadder } from '../../../src/domain/matching/query-ladder.ts';
import { type WantedTrack, wantedTrack } from '../../../src/domain/matching/wanted-track.ts';
import { guideOf } from '../../support/small-guide.ts';

test('what is wanted is what the guide says of the recording', () => {
  const guide = guideOf({
    id: 'night-bus',
    film: { title: 'Night Bus', year: 1999 },
    albums: [{ id: 'soundtrack', title: 'Night Bus (Original Motion Picture Soundtrack)' }],
    tracks: [
      {
        id: 'rain',
        title: 'Rain (Acoustic)',
        titleVariants: ['Regen'],
        kind: 'song',
        performers: ['Ann Otter'],
        version: ['live'],
        year: 1991,
        duration: '3:20.5',
        isrc: 'GBUM71801877',
        album: { id: 'soundtrack', number: 1 },
        issuedOn: [{ title: 'Live at the Dock', artist: 'The Docks' }],
        notes: 'Left out of what is wanted.',
      },
      { id: 'talk', title: 'Talk', kind: 'dialogue' },
    ],
  });
  const [rain, talk] = guide.tracks.map((track) => wantedTrack(guide, track));
  expect(rain).toEqual({
    kind: 'song',
    title: 'Rain (Acoustic)',
    titleVariants: ['Regen'],
    performers: ['Ann Otter'],
    albums: [
      'Night Bus (Original Motion Picture Soundtrack)',
      'Live at the Dock',
      'The Docks: Live at the Dock',
    ],
    versions: ['acoustic', 'live'],
    year: 1991,
    durationMs: 200_500,
    isrc: 'GBUM71801877',
  });
  expect(talk).toEqual({
    kind: 'dialogue',
    title: 'Talk',
    titleVariants: [],
    performers: [],
    albums: [],
    versions: [],
  });
});

const WANTED: WantedTrack = {
  kind: 'song',
  title: 'Rain (When It Falls) [feat. Bob]',
  titleVariants: [],
  performers: ['Ann Otter (with The Docks)', 'Bob'],
  albums: ['Night Bus'],
  versions: ['live'],
};

test('a song is asked for by field, in free words, and by bare title and first performer', () => {
  expect(queryLadder(WANTED)).toEqual([
    { title: 'Rain (When It Falls)', performer: 'Ann Otter', isFiltered: true },
    { title: 'Rain (When It Falls) live', performer: 'Ann Otter (with The Docks) Bob', isFiltered: false },
    { title: 'Rain', performer: 'Ann Otter', isFiltered: false },
  ]);
});

test('the same question is not asked twice', () => {
  const plain = { ...WANTED, title: 'Rain', performers: ['Ann Otter'], versions: [] };
  expect(queryLadder(plain)).toHaveLength(2);
});

test.each([
  [['Night Bus'], 'Night Bus'],
  [[], undefined],
])('without a performer the albums %j stand in', (albums, album) => {
  expect(queryLadder({ ...WANTED, title: 'Talk', performers: [], albums })).toEqual([
    { title: 'Talk', album, isFiltered: true },
    { title: 'Talk', album, isFiltered: false },
  ]);
});
