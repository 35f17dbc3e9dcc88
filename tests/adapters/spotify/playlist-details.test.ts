import { describe, expect, it } from 'vitest';
import { fitDescription, fitName } from '../../../src/adapters/spotify/playlist-details.ts';

describe("a playlist's words", () => {
  it.each([
    ['a short name', 'Neon Motel', 'Neon Motel'],
    ['signs no one sees', 'Neon\u0000\u2028\u0085Motel', 'Neon Motel'],
    ['a name like an address', 'www.fear.com', 'www.fear.com'],
    ['line breaks and tabs', ' Neon\r\nMotel\t(1996) ', 'Neon Motel (1996)'],
    ['a name that just fits', 'x'.repeat(100), 'x'.repeat(100)],
    ['an endless word', 'x'.repeat(101), `${'x'.repeat(99)}…`],
    ['many words', 'neon '.repeat(30), `${'neon '.repeat(20).trim()}…`],
  ])('fit as a name: %s', (_what, name, expected) => {
    expect(fitName(name)).toBe(expected);
  });

  it('keep no half of a sign when cut', () => {
    expect(fitName('𝄞'.repeat(60)).isWellFormed()).toBe(true);
  });

  it.each([
    ['', undefined],
    [' \n ', undefined],
    ['The music,\nin film order.', 'The music, in film order.'],
    ['Of https://fear.example/x in St. Louis', 'Of fear example/x in St. Louis'],
    ['Of www.fear.com (2001).', 'Of fear com (2001).'],
  ])('fit as a description: %j', (description, expected) => {
    expect(fitDescription(description)).toBe(expected);
  });

  it('fit as a description of at most 300 characters', () => {
    const description = fitDescription('word '.repeat(100));
    expect(description).toMatch(/^(word )*word…$/);
    expect(description?.length).toBeLessThanOrEqual(300);
    expect(description?.length).toBeGreaterThan(290);
  });
});
