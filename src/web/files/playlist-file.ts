import type { GuidePlaylist, PlaylistEntry } from '../../domain/playlists/playlist.ts';
import type { ServiceName } from '../../domain/services/service.ts';

/** A guide's playlist with all that a file of it says. */
export interface PlaylistDocument extends GuidePlaylist {
  /** The one service whose recordings the files name, where the site has one. */
  service?: ServiceName;
  /** ISO time of the guide's revision, so that the same revision gives the same bytes. */
  publishedAt: string;
  /** The guide's absolute address. */
  pageUrl: string;
  trackUrl(track: string): string;
  /** Where a browser plays a recording of the service. */
  recordingUrl(recordingId: string): string | undefined;
}

/** A form in which a visitor can take a playlist away. */
export interface PlaylistFile {
  fileName: string;
  /** The exact Content-Type. */
  mediaType: string;
  title: string;
  /** A sentence for the visitor. */
  description: string;
  /** What the tracks that it does not carry lack; absent when it carries all of them. */
  lacking?: string;
  /** Whether a track is in the file. */
  carries(entry: PlaylistEntry, document: PlaylistDocument): boolean;
  render(document: PlaylistDocument): string;
}

/** The id of an entry's recording on the document's own service; ids of other services stay out of files. */
export function recordingIdOf(entry: PlaylistEntry, { service }: PlaylistDocument): string | undefined {
  return entry.match?.service === service ? entry.recordingId : undefined;
}

/** The address at which an entry's recording plays on the document's service. */
export function recordingLink(entry: PlaylistEntry, document: PlaylistDocument): string | undefined {
  const id = recordingIdOf(entry, document);
  return id === undefined ? undefined : document.recordingUrl(id);
}
