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

test('the directors are named, and nothing is cut or changed to suit a service', () => {
  const { name, description } = detailsOf(`www.fear.com ${'Night '.repeat(80)}`.trim());
  expect(name).toMatch(/^www\.fear\.com (Night ){80}\(2001\)/);
  expect(description).toContain('(2001), directed by Ann and Bob. 0 of the guide’s 0 tracks');
});
