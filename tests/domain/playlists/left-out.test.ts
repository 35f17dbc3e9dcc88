import { expect, test } from 'vitest';
import { leftOutReason } from '../../../src/domain/playlists/left-out.ts';
import { matchOf } from '../../support/small-guide.ts';

test.each([
  ['unavailable', [], 'This recording is not available.'],
  ['unavailable', ['No title agrees.'], 'This recording is not available. No title agrees.'],
  [
    'other-version',
    ['This is a karaoke version.', 'More.'],
    'Only another version of it was found. This is a karaoke version.',
  ],
  ['ambiguous', ['', ' '], 'No recording is certain to be the one.'],
  ['same', [], 'It was recognised, but where to play it is not known.'],
  ['unavailable', ['This recording is not available.'], 'This recording is not available.'],
] as const)('a track graded %s with the reasons %j is explained', (grade, reasons, sentence) => {
  expect(leftOutReason(matchOf({ track: 'sum', grade, reasons: [...reasons] }))).toBe(sentence);
});

test('a track without a match has not been looked for', () => {
  expect(leftOutReason(undefined)).toBe('Nobody has looked for it yet.');
});
