import { type PlaylistDocument, recordingIdOf, recordingLink } from './playlist-file.ts';

/** Lines to copy: links that open in a browser, and for Spotify the lines its desktop app takes as a paste. */
export interface CopyBox {
  links: string[];
  /** Empty for a service other than Spotify. */
  spotifyLines: string[];
}

/** The copy box of a playlist, in its order. */
export function copyBox(document: PlaylistDocument): CopyBox {
  const { entries, service } = document;
  const ids = service === 'spotify' ? entries.flatMap((entry) => recordingIdOf(entry, document) ?? []) : [];
  return {
    links: entries.flatMap((entry) => recordingLink(entry, document) ?? []),
    spotifyLines: ids.map((id) => `spotify:track:${id}`),
  };
}
