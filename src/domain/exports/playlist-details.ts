import { type GuidePlaylist, playlistTitle } from '../playlists/playlist.ts';

/** How a guide's playlist is called and described in an account; a service's adapter makes it fit there. */
export function playlistDetails(playlist: GuidePlaylist): {
  name: string;
  description: string;
  isPublic: boolean;
} {
  return { name: playlistTitle(playlist), description: describe(playlist), isPublic: false };
}

function describe({ guide, entries }: GuidePlaylist): string {
  const carried = entries.filter(({ recordingId }) => recordingId !== undefined).length;
  const directors =
    guide.film.directors.length > 0 ? `, directed by ${guide.film.directors.join(' and ')}` : '';
  const film = `${guide.film.title} (${guide.film.year})${directors}`;
  return `From the Reel Notes guide to the music of ${film}. ${carried} of the guide’s ${entries.length} tracks were found when it was made.`;
}
