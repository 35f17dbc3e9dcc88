import { expect, test } from 'vitest';
import { playlistDetails } from '../../../src/domain/exports/playlist-details.ts';
import { buildPlaylist } from '../../../src/domain/playlists/playlist.ts';
import { guideOf, smallGuide, smallMatches } from '../../support/small-guide.ts';

const detailsOf = (title: string) => {
  const guide = guideOf({ id: 'film', film: { title, year: 2001, directors: ['Ann', 'Bob'] } });
  return playlistDetails(buildPlaylist({ guide, matches: [], order: 'film' }));
};

test('a playlist is called after the film and tells where it comes from', () => {
  const playlist = buildPlaylist({ guide: smallGuide(), matches: smallMatches(), order: 'album' });
  expect(playlistDetails(playlist)).toEqual({
    name: 'Last Ferry (2001): music in album order',
    description:
      'From the Reel Notes guide to the music of Last Ferry (2001). 1 of the guide’s 3 tracks were found when it was made.',
    isPublic: false,
  });
});

test('a long title is cut', () => {
  const { name, description } = detailsOf('Night '.repeat(80));
  expect(name).toHaveLength(100);
  expect(description.length).toBeLessThanOrEqual(300);
  expect(`${name}${description}`.match(/…/g)).toHaveLength(2);
});

test('a cut does not split a sign in two', () => {
  expect(detailsOf('🎵'.repeat(80)).name.isWellFormed()).toBe(true);
  expect(detailsOf(`a${'🎵'.repeat(80)}`).name.isWellFormed()).toBe(true);
});

test('a description has one line and no address', () => {
  const { name, description } = detailsOf('www.fear.com\nhttps://fear.example/x St. Louis');
  expect(name).not.toMatch(/\n/);
  expect(description).toContain('fear com fear example/x St. Louis (2001), directed by Ann and Bob.');
});
