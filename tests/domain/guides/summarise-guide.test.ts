import { describe, expect, test } from 'vitest';
import { summariseGuide } from '../../../src/domain/guides/summarise-guide.ts';
import { guideOf } from '../../support/small-guide.ts';

const LONG = `It rains${' and rains'.repeat(25)}.`;
const PUBLISHED = { revision: 3, publishedAt: '2026-01-31T12:00:00.000Z' };

describe('the introduction in a summary', () => {
  test.each([
    ['is absent when there is none', undefined, undefined],
    ['is the first paragraph when that is short', 'One. Two.\n\nThree.', 'One. Two.'],
    ['stops after the sentence that says enough', `Before. ${LONG} After.`, `Before. ${LONG}`],
    [
      'does not stop inside a link',
      `${LONG} See [Mr. No. Again](https://example.org/a.b) now. After.`.replace(LONG, LONG.slice(0, 190)),
      `${LONG.slice(0, 190)} See [Mr. No. Again](https://example.org/a.b) now.`,
    ],
    ['does not stop inside emphasis', `*${LONG} Yes*. After.`, `*${LONG} Yes*.`],
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
