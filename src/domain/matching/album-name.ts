import { cleanTitle } from './clean-title.ts';
import { foldKey, foldText, hasPhrase } from './fold-text.ts';
import { COMPILATION_PHRASES, SOUNDTRACK_PHRASES } from './weights.ts';

/** True when two names mean the same album, whatever they say of soundtrack and issue. */
export function isSameAlbum(a: string, b: string): boolean {
  const key = albumKey(a);
  return key !== '' && key === albumKey(b);
}

/** True when an album's name says that it is a film's music. */
export function isSoundtrack(album: string): boolean {
  const folded = foldText(album);
  return SOUNDTRACK_PHRASES.some((phrase) => hasPhrase(folded, phrase));
}

/** True when an album's name shows that older recordings are gathered on it. */
export function isCompilation(album: string): boolean {
  const folded = foldText(album);
  return COMPILATION_PHRASES.some((phrase) => hasPhrase(folded, phrase));
}

/** An album's name without what it says of soundtrack, issue and film. */
function albumKey(album: string): string {
  const { bare, versions } = cleanTitle(
    album.replace(/[([][^()[\]]*(?:soundtrack|score|motion picture|music from)[^()[\]]*[)\]]/giu, ' '),
  );
  const folded = SOUNDTRACK_PHRASES.reduce(
    (rest, phrase) => ` ${rest} `.replace(` ${phrase} `, ' ').trim(),
    foldText([bare, ...versions].join(' ')),
  );
  return foldKey(folded.replace(/^(?:the|a|an) (?=.)/, '')) || foldKey(album);
}
