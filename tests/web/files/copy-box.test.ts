import { expect, test } from 'vitest';
import { copyBox } from '../../../src/web/files/copy-box.ts';
import { documentOf, matchAll, matchOf, smallGuide } from '../../support/small-guide.ts';

test('the copy box for Spotify holds links and lines for its desktop app, in playlist order', () => {
  expect(copyBox(documentOf({ matches: matchAll(smallGuide()) }))).toEqual({
    links: ['id3', 'id2', 'id1'].map((id) => `https://open.spotify.com/track/${id}`),
    spotifyLines: ['spotify:track:id3', 'spotify:track:id2', 'spotify:track:id1'],
  });
});

test('the copy box for the sandbox holds the links of its own pages and no line for Spotify', () => {
  const matches = [matchOf({ track: 'sum', grade: 'same', service: 'sandbox', recordingId: 'sb1' })];
  expect(copyBox(documentOf({ matches, service: 'sandbox' }))).toEqual({
    links: ['https://guide.example/site/sandbox/track/sb1'],
    spotifyLines: [],
  });
});

test('the copy box leaves out recordings of another service and other versions', () => {
  const matches = [
    matchOf({ track: 'sum', grade: 'same', service: 'sandbox', recordingId: 'sb1' }),
    matchOf({ track: 'slow-water', grade: 'other-version', recordingId: 'live' }),
  ];
  expect(copyBox(documentOf({ matches }))).toEqual({ links: [], spotifyLines: [] });
});
