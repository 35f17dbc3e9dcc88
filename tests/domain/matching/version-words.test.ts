import { describe, expect, test } from 'vitest';
import { versionWords } from '../../../src/domain/matching/version-words.ts';

describe('a title names its version', () => {
  test.each([
    ['Roxanne', []],
    ['Roxanne - Live', ['live']],
    ['Roxanne (Live at the Beacon Theatre, 1991)', ['live']],
    ['Roxanne [MTV Unplugged]', ['live']],
    ['Roxanne - Ao Vivo', ['live']],
    ['Roxanne (Recorded Live)', ['live']],
    ['Roxanne - Acoustic', ['acoustic']],
    ['Roxanne - Live Acoustic', ['acoustic', 'live']],
    ['Roxanne (Tiësto Remix)', ['remix']],
    ['Roxanne - Club Mix', ['remix']],
    ['Roxanne - Giles Martin Mix', ['remix']],
    ['Roxanne (Karaoke Version)', ['karaoke']],
    ['Roxanne (Originally Performed by The Police)', ['cover']],
    ['Roxanne in the Style of The Police', ['cover']],
    ['Roxanne (As Made Famous by The Police) [Karaoke]', ['cover', 'karaoke']],
    ['Roxanne (Instrumental)', ['instrumental']],
    ['Roxanne - Demo', ['demo']],
    ['Roxanne (Alternate Take)', ['alternate take']],
    ['Roxanne - Take 3', ['alternate take']],
    ['Roxanne (Re-Recorded)', ['re-recorded']],
    ['Roxanne (Taylor’s Version)', ['re-recorded']],
    ['Roxanne - Sped Up', ['sped up']],
    ['Roxanne (slowed + reverb)', ['slowed']],
    ['Roxanne - Extended Version', ['extended']],
    ['Roxanne - 12" Version', ['extended']],
    ['Roxanne (Reprise)', ['reprise']],
    ['Roxanne - Spanish Version', ['other']],
    ['Roxanne - Remastered 2003', []],
    ['Roxanne - Single Version', []],
    ['Roxanne (Radio Edit)', []],
    ['Roxanne - 2003 Mono Mix', []],
    ['Roxanne - Original Mix', []],
    ['Live and Let Die', []],
    ['Live Forever', []],
    ['Dancing (Live for the Moment)', []],
    ['Karaoke', []],
    ['Tribute', []],
    ['Undercover', []],
    ['Demolition Man', []],
    ['Instrumental', []],
  ])('%s: %j', (title, words) => {
    expect([...versionWords({ title, artists: ['The Police'] }).own].sort()).toEqual(words);
  });
});

describe('an artist’s name gives a copy away', () => {
  test.each([
    ['The Police', []],
    ['Sing King Karaoke', ['karaoke']],
    ['The Police Tribute Band', ['cover']],
    ['Originally Performed by The Police', ['cover']],
    ['Tributary', []],
  ])('%s: %j', (artist, words) => {
    expect([...versionWords({ title: 'Roxanne', artists: [artist] }).own]).toEqual(words);
  });
});

describe('an album’s name speaks for what is on it', () => {
  test.each([
    [undefined, []],
    ['Outlandos d’Amour', []],
    ['MTV Unplugged', ['live']],
    ['Live at the Beacon', ['live']],
    ['Bring On the Night (Live)', ['live']],
    ['Live and Let Die', []],
    ['A Tribute to The Police', ['cover']],
    ['Karaoke Hits, Vol. 3', ['karaoke']],
    ['In the Style of The Police', ['cover']],
    ['Long Live', []],
  ])('%s: %j', (album, words) => {
    expect([...versionWords({ title: 'Roxanne', artists: ['Sting'], album }).album]).toEqual(words);
  });
});
