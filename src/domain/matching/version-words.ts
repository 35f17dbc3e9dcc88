import type { Recording } from '../services/recording.ts';
import { cleanTitle } from './clean-title.ts';
import { foldText } from './fold-text.ts';
import { findPhrases, versionsOfTail } from './version-phrases.ts';
import { ALBUM_PHRASES, ARTIST_PHRASES, COPY_PHRASES, type VersionWord } from './weights.ts';

/** What a recording says of its version: in its title and artists, and in the name of its album. */
export interface VersionWords {
  own: Set<VersionWord>;
  album: Set<VersionWord>;
}

/** The version words of a recording, wherever a service hides them. */
export function versionWords(recording: Pick<Recording, 'title' | 'artists' | 'album'>): VersionWords {
  const artists = recording.artists.map((artist) => findPhrases(foldText(artist), ARTIST_PHRASES));
  return {
    own: [versionsOfTitle(recording.title), ...artists].reduce((all, some) => all.union(some)),
    album: versionsOfAlbum(recording.album ?? ''),
  };
}

/** The versions a title names: in brackets and after dashes, and copies anywhere. */
export function versionsOfTitle(title: string): Set<VersionWord> {
  const tails = cleanTitle(title).versions.map((tail) => versionsOfTail(foldText(tail)));
  return tails.reduce((all, some) => all.union(some), findPhrases(foldText(title), COPY_PHRASES));
}

/** The versions an album's name vouches for. */
export function versionsOfAlbum(album: string): Set<VersionWord> {
  const words = findPhrases(foldText(album), ALBUM_PHRASES);
  return cleanTitle(album).versions.some((tail) => versionsOfTail(foldText(tail)).has('live'))
    ? words.add('live')
    : words;
}
