import { expect, test } from 'vitest';
import { describeEntry } from '../../../src/web/files/describe-entry.ts';
import { documentOf, guideOf } from '../../support/small-guide.ts';

/** What is said of a track with the given facts. */
function say(facts: object): string | undefined {
  const guide = guideOf({
    id: 'one',
    film: { title: 'One', year: 2000, editions: [{ id: 'cut', name: 'long cut' }] },
    tracks: [{ id: 'one', title: 'One', kind: 'song', ...facts }],
  });
  const [entry] = documentOf({ guide }).entries;
  return entry && describeEntry(entry, guide);
}

test.each([
  ['nothing known', {}, undefined],
  ['a cue without scene and time', { cues: [{ id: 'a', order: 1 }] }, undefined],
  ['a scene', { cues: [{ id: 'a', scene: 'The bar.' }] }, 'The bar.'],
  ['a scene that asks', { cues: [{ id: 'a', scene: 'Who is there?' }] }, 'Who is there?'],
  ['an inferred scene', { cues: [{ id: 'a', scene: 'The bar', basis: 'inferred' }] }, 'The bar (inferred).'],
  ['a spoiler without a time', { cues: [{ id: 'a', scene: 'The end', spoiler: true }] }, undefined],
  [
    'a time in an edition',
    { cues: [{ id: 'a', edition: 'cut', times: [{ start: '0:42' }] }] },
    '0:42 (long cut).',
  ],
  ['no place in the film', { inFilm: 'no', notes: '*Loud*.' }, 'Not heard in the film. Loud.'],
])('a track with %s is described by it alone', (_, facts, sentence) => {
  expect(say(facts)).toBe(sentence);
});

test('long notes are cut after a sentence', () => {
  const notes = `${'A sentence of notes. '.repeat(40)}`;
  expect(say({ notes })).toMatch(/^(A sentence of notes\. ){18}A sentence of notes\.$/);
});
