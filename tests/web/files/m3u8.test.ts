import { expect, test } from 'vitest';
import { m3u8 } from '../../../src/web/files/m3u8.ts';
import { documentOf, matchAll, smallGuide } from '../../support/small-guide.ts';

test('M3U8 says unknown for a length that nobody knows, and names no performer where there is none', () => {
  const text = m3u8.render(documentOf({ matches: matchAll(smallGuide()) }));
  expect(text.split('\n').slice(5)).toEqual([
    '#EXTINF:-1,Ö & Co - =SUM(A1)',
    'https://open.spotify.com/track/id2',
    '#EXTINF:-1,Tickets, "please"',
    '#EXTALB:Harbour Lights',
    'https://open.spotify.com/track/id1',
    '',
  ]);
});
