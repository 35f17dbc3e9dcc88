import type { GuidePlaylist } from '../playlists/playlist.ts';
import { playlistTitle } from '../playlists/playlist.ts';

/** Longer names are cut or refused. */
const NAME_LENGTH = 100;
/** Spotify refuses longer descriptions, and those with line breaks. */
const DESCRIPTION_LENGTH = 300;

/** How a guide's playlist is called and described in an account. */
export function playlistDetails(playlist: GuidePlaylist): {
  name: string;
  description: string;
  isPublic: boolean;
} {
  return {
    name: shorten(oneLine(playlistTitle(playlist)), NAME_LENGTH),
    description: shorten(withoutAddresses(oneLine(describe(playlist))), DESCRIPTION_LENGTH),
    isPublic: false,
  };
}

function describe({ guide, entries }: GuidePlaylist): string {
  const carried = entries.filter(({ recordingId }) => recordingId !== undefined).length;
  const directors =
    guide.film.directors.length > 0 ? `, directed by ${guide.film.directors.join(' and ')}` : '';
  const film = `${guide.film.title} (${guide.film.year})${directors}`;
  return `From the Reel Notes guide to the music of ${film}. ${carried} of the guide’s ${entries.length} tracks were found when it was made.`;
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

/** A description that holds an address is refused, and a film may be called like one. */
function withoutAddresses(text: string): string {
  return text.replace(/https?:\/\/|www\./giu, '').replace(/(?<=[\p{L}\p{N}])\.(?=\p{L}{2,})/gu, ' ');
}

function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.trimEnd()}…`;
}
