import { describe, expect, test } from 'vitest';
import { summariseGuide } from '../../../src/domain/guides/summarise-guide.ts';
import { guideOf } from '../../support/small-guide.ts';

const LONG = `It rains${' and rains'.repeat(60)}.`;
const PUBLISHED = { revision: 3, publishedAt: '2026-01-31T12:00:00.000Z' };

describe('the introduction in a summary', () => {
  test.each([
    ['is absent when there is none', undefined, undefined],
    ['is all of it when that is short', 'One. Two.\n\nThree.', 'One. Two.\n\nThree.'],
    ['ends with the last paragraph that is not too much', `One.\n\n${LONG}\n\n${LONG}`, `One.\n\n${LONG}`],
    ['has no paragraph behind one that is too much', `One.\n\n${LONG}${LONG}\n\nTwo.`, 'One.'],
    ['is the first paragraph, however long', `*${LONG}* ${LONG}\n\nTwo.`, `*${LONG}* ${LONG}`],
  ])('%s', (_, introduction, expected) => {
    const guide = guideOf({ id: 'film', film: { title: 'Film', year: 2001 }, introduction });
    expect(summariseGuide(guide, PUBLISHED).introduction).toBe(expected);
  });
});

test('a summary counts tracks and names film, directors and revision', () => {
  const guide = guideOf({
    id: 'film',
    colour: '#c8102e',
    film: { title: 'Film', year: 2001, directors: ['Ann'] },
    tracks: [{ id: 'a', title: 'A', kind: 'song' }],
  });
  expect(summariseGuide(guide, PUBLISHED)).toEqual({
    slug: 'film',
    title: 'Film',
    year: 2001,
    directors: ['Ann'],
    trackCount: 1,
    colour: '#c8102e',
    introduction: undefined,
    ...PUBLISHED,
  });
});
