import { expect, test } from 'vitest';
import { searchEntries } from '../../../src/domain/guides/search-entries.ts';
import { guideOf } from '../../support/small-guide.ts';

test('a guide is found by its film, and its tracks by title, people and scene', () => {
  const guide = guideOf({
    id: 'film',
    film: { title: 'Été', year: 1995, directors: ['Zoë Day'] },
    tracks: [
      {
        id: 'a',
        title: 'Song',
        titleVariants: ['La Chanson', 'SONG'],
        kind: 'song',
        performers: ['Ann', 'Bo'],
        writers: [{ name: 'Ann' }],
        cues: [{ id: 'one', scene: 'The bar' }, { id: 'two' }],
      },
    ],
  });
  expect(searchEntries(guide)).toEqual([
    { kind: 'film', text: 'Été', key: 'ete 1995 zoe day' },
    { kind: 'track', track: 'a', text: 'SONG', key: 'song' },
    { kind: 'track', track: 'a', text: 'La Chanson', key: 'la chanson' },
    { kind: 'performer', track: 'a', text: 'Ann', key: 'ann' },
    { kind: 'performer', track: 'a', text: 'Bo', key: 'bo' },
    { kind: 'writer', track: 'a', text: 'Ann', key: 'ann' },
    { kind: 'scene', track: 'a', text: 'The bar', key: 'the bar' },
  ]);
});
