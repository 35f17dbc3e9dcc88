import { describe, expect, it } from 'vitest';
import { writeSearchText } from '../../../src/adapters/spotify/search-text.ts';

const CASES: [string, string, string | undefined, string, string][] = [
  [
    'plain words',
    'Lonely Teardrops',
    'Michael McDonald',
    'track:"Lonely Teardrops" artist:"Michael McDonald"',
    'Lonely Teardrops Michael McDonald',
  ],
  ['no performer', 'Lonely Teardrops', undefined, 'track:"Lonely Teardrops"', 'Lonely Teardrops'],
  [
    'an apostrophe, straight or curly',
    "Don’t Say It's Over",
    'Ida O‘Dell',
    'track:"Dont Say Its Over" artist:"Ida ODell"',
    "Don't Say It's Over Ida O'Dell",
  ],
  [
    'quotes',
    '“Heroes” and "Thieves"',
    'Ida „The Quill“',
    'track:"Heroes and Thieves" artist:"Ida The Quill"',
    'Heroes and Thieves Ida The Quill',
  ],
  [
    'a colon',
    'Suite: Part 2',
    'Quill:Trio',
    'track:"Suite Part 2" artist:"Quill Trio"',
    'Suite Part 2 Quill Trio',
  ],
  ['brackets', 'Blues (Reprise)', undefined, 'track:"Blues Reprise"', 'Blues (Reprise)'],
  [
    'dashes between words',
    'Blues - Live – 1996 — Late',
    undefined,
    'track:"Blues Live 1996 Late"',
    'Blues Live 1996 Late',
  ],
  ['a leading hyphen', '-Minus One-', undefined, 'track:"Minus One"', 'Minus One'],
  ['a hyphen inside a word', 'Bye‐Bye', 'Jean-Luc', 'track:"Bye-Bye" artist:"Jean-Luc"', 'Bye-Bye Jean-Luc'],
  [
    'letters in their compatible form',
    'Ｎｅｏｎ ﬁlm №2',
    'Jóhann',
    'track:"Neon film No2" artist:"Jóhann"',
    'Neon film No2 Jóhann',
  ],
  ['other scripts', '千と千尋', '久石譲', 'track:"千と千尋" artist:"久石譲"', '千と千尋 久石譲'],
  ['blanks of every kind', '  Neon\u00a0 \tMotel\n', ' ', 'track:"Neon Motel"', 'Neon Motel'],
  ['a title of signs only', '"():—', 'Ida Quill', '() Ida Quill', '() Ida Quill'],
  ['a performer of signs only', 'Neon', '"():', 'track:"Neon"', 'Neon ()'],
  ['nothing', ' - ', undefined, '', ''],
];

describe('a search text', () => {
  it.each(CASES)('copes with %s', (_what, title, performer, filtered, plain) => {
    expect(writeSearchText({ title, performer, isFiltered: true })).toBe(filtered);
    expect(writeSearchText({ title, performer, isFiltered: false })).toBe(plain);
  });

  const long =
    'A Rather Long Title That Goes On About the Desert, the Neon, the Empty Pool and Whatever Else';
  it.each([
    ['a long title', long, 'Ida Quill', /^track:"A Rather .*" artist:"Ida Quill"$/],
    [
      'a long performer',
      'Neon',
      `The ${long} Orchestra`,
      /^track:"Neon" artist:"The A Rather Long Title That Goes"$/,
    ],
    ['both', long, long, /^track:"A Rather [^"]*" artist:"A Rather [^"]*"$/],
    ['one endless word', 'x'.repeat(300), undefined, /^track:"x{92}"$/],
    ['signs of two halves', `x${'𝄞'.repeat(80)}`, undefined, /^track:"x𝄞+"$/u],
  ])('keeps its filters whole and within 100 characters for %s', (_what, title, performer, expected) => {
    const text = writeSearchText({ title, performer, isFiltered: true });
    expect(text).toMatch(expected);
    expect(text.length).toBeLessThanOrEqual(100);
    expect(text.isWellFormed()).toBe(true);
  });

  it('is cut at a word when it has no filters either', () => {
    const text = writeSearchText({ title: long, performer: 'Ida Quill', isFiltered: false });
    expect(`${long} Ida Quill `.startsWith(`${text} `)).toBe(true);
    expect(text.length).toBeLessThanOrEqual(100);
    expect(text.length).toBeGreaterThan(80);
  });
});
