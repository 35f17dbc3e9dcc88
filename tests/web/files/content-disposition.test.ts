import { expect, test } from 'vitest';
import { contentDisposition } from '../../../src/web/files/content-disposition.ts';

test.each([
  ['night-bus', 'playlist.xspf', 'attachment; filename="night-bus-playlist.xspf"'],
  ['bus', 'a"b\\c/d.csv', `attachment; filename="bus-a_b_c_d.csv"; filename*=UTF-8''bus-a%22b%5Cc%2Fd.csv`],
  [
    'bus',
    'Été (1).csv',
    `attachment; filename="bus-_t_ (1).csv"; filename*=UTF-8''bus-%C3%89t%C3%A9%20%281%29.csv`,
  ],
  [
    'bus',
    'a\r\nSet-Cookie: x',
    `attachment; filename="bus-a_Set-Cookie: x"; filename*=UTF-8''bus-a%0D%0ASet-Cookie%3A%20x`,
  ],
  ['bus', '\uD800.csv', `attachment; filename="bus-_.csv"; filename*=UTF-8''bus-%EF%BF%BD.csv`],
])('a file of %s called %j is saved by %s', (guide, fileName, header) => {
  expect(contentDisposition(guide, fileName)).toBe(header);
});
