import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanTitle, compareTitles } from '../../../src/domain/matching/clean-title.ts';

describe('two titles of the same piece agree', () => {
  test.each([
    ['Angel Eyes', 'ANGEL EYES'],
    ['Angel Eyes', 'Angel Eyes - Remastered 2011'],
    ['Angel Eyes', 'Angel Eyes - 2011 Remaster'],
    ['Angel Eyes', 'Angel Eyes (2003 Digital Remaster)'],
    ['Angel Eyes', 'Angel Eyes - Mono'],
    ['Angel Eyes', 'Angel Eyes - Stereo Version'],
    ['Angel Eyes', 'Angel Eyes - From "Leaving Las Vegas"'],
    ['Angel Eyes', 'Angel Eyes (From “Leaving Las Vegas” Soundtrack)'],
    ['Angel Eyes', 'Angel Eyes [From the Original Motion Picture Leaving Las Vegas]'],
    ['Angel Eyes', 'Angel Eyes (Original Motion Picture Soundtrack)'],
    ['Are You Desirable?', 'Are You Desirable'],
    ['Ben & Bill', 'Ben and Bill'],
    ['Ben & Bill', 'Ben + Bill'],
    ["Sera's Dark Side", 'Sera’s Dark Side'],
    ["Sera's Dark Side", 'Sera´s Dark Side'],
    ["It's a Lonesome Old Town", 'Its A Lonesome Old Town'],
    ['Ben and Sera - Theme', 'Ben & Sera (Theme)'],
    ['The Third Man Theme', 'Third Man Theme'],
    ['Ben Pawns His Rolex / Sera Talks to Her Shrink', 'Ben Pawns His Rolex/Sera Talks To Her Shrink'],
    ['Jóga', 'Joga'],
    ['Für Elise', 'Fur Elise'],
    ['Ágætis byrjun', 'Agaetis Byrjun'],
    ['Tschüß', 'Tschuss'],
    ['Ёлка', 'Елка'],
    ['SOS', 'S.O.S.'],
    ["Rock 'n' Roll Suicide", 'Rock & Roll Suicide'],
    ['Someday My Prince Will Come', 'Some Day My Prince Will Come'],
    ['Mercy, Mercy Me', 'Mercy Mercy Me (feat. Somebody)'],
    ['Umbrella', 'Umbrella ft. Jay-Z'],
    ['Umbrella', 'Umbrella [Featuring Jay-Z]'],
    ['Roxanne', 'Roxanne - Live At The Alhambra/1961'],
    ['Roxanne', 'Roxanne (Karaoke Version) [Originally Performed by The Police]'],
    ['Roxanne', 'Roxanne in the style of The Police'],
    ['Lady (Hear Me Tonight)', 'Lady - Hear Me Tonight'],
    ['A$AP Forever', 'ASAP Forever'],
    ['¿Dónde está?', 'Donde esta'],
  ])('%s = %s', (a, b) => {
    expect(compareTitles(a, b)).toBe('same');
    expect(compareTitles(b, a)).toBe('same');
  });
});

describe('a bracketed part that one side leaves out is a subtitle', () => {
  test.each([
    ["It's a Lonesome Old Town", "It's a Lonesome Old Town (When You're Not Around)"],
    ["(I Can't Get No) Satisfaction", 'Satisfaction'],
    ['Jambalaya (On the Bayou)', 'Jambalaya - Remastered'],
    ['Alone (With You)', 'Alone'],
  ])('%s ~ %s', (a, b) => {
    expect(compareTitles(a, b)).toBe('subtitle');
    expect(compareTitles(b, a)).toBe('subtitle');
  });
});

describe('titles of different pieces stay apart', () => {
  test.each([
    ['Angel Eyes', 'Angel Eye'],
    ['Ridiculous', 'Ridiculous Thoughts'],
    ['Another Brick in the Wall (Part 1)', 'Another Brick in the Wall (Part 2)'],
    ['Another Brick in the Wall', 'Another Brick in the Wall (Part 2)'],
    ['Another Brick in the Wall', 'Another Brick in the Wall, Pt. 2'],
    ['Ben and Sera', 'Ben and Sera - Theme'],
    ['Love Theme', 'Love Theme (Interlude)'],
    ['Symphony No. 5', 'Symphony No. 6'],
    ['Help!', 'Help Me'],
    ['1979', '1999'],
    ['Love (Can Make You Happy)', 'Love (Is All You Need)'],
    ['Live', 'Live Forever'],
    ['Mara', 'Mara 2'],
    ['Get Out', 'Get Out of My House'],
    ['?', '!'],
    ['愛', '恋'],
    ['が', 'か'],
  ])('%s ≠ %s', (a, b) => {
    expect(compareTitles(a, b)).toBe('different');
    expect(compareTitles(b, a)).toBe('different');
  });
});

describe('a title is left alone', () => {
  test.each([
    'Live and Let Die',
    'Live Forever',
    'Long Live',
    'How We Live (Live and Learn)',
    'Karaoke',
    'Tribute',
    'Remix to Ignition',
    'Acoustic',
    'Demons',
    'Undercover',
    'Mono No Aware',
    'Stereo Hearts',
    'Radio, Radio',
    'Video Killed the Radio Star',
    'The Single Version of Me',
    'With or Without You',
    'Alone (With You)',
    'From Me to You',
    'From Here to Eternity - Love Theme',
    'Dancing on My Own (Take Me Home)',
    '(Sittin’ On) The Dock of the Bay',
    'Ft. Worth Blues',
    '1999',
    '2 + 2 = 5',
    'T-R-O-U-B-L-E',
    '?',
    '...',
    '(((',
    'Edit the Sad Parts',
  ])('%s', (title) => {
    expect(cleanTitle(title)).toMatchObject({ text: title, guests: [], versions: [], issues: [] });
  });
});

test('a title taken apart says what each part was', () => {
  expect(cleanTitle('Moon River (feat. Ann) - Live at the Beacon - Remastered 2011')).toEqual({
    text: 'Moon River',
    bare: 'Moon River',
    guests: ['Ann'],
    versions: ['Live at the Beacon'],
    issues: ['Remastered 2011'],
  });
});

const anyTitle = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(' - ', '(', ')', '[', ']', 'Live', ' feat. ', 'Remix', 'ü', 'Part 2', '’', '愛', ' '),
      { maxLength: 14 },
    )
    .map((parts) => parts.join('')),
);

test('a cleaned title is not cleaned further', () => {
  fc.assert(
    fc.property(anyTitle, (title) => {
      const { text } = cleanTitle(title);
      expect(cleanTitle(text).text).toBe(text);
    }),
  );
});

test('every title agrees with itself', () => {
  fc.assert(
    fc.property(anyTitle, (title) => {
      expect(compareTitles(title, title)).toBe('same');
    }),
  );
});
