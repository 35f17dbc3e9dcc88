import { type PlaylistEntry, playlistTitle } from '../../domain/playlists/playlist.ts';
import { describeEntry } from './describe-entry.ts';
import { oneLine } from './one-line.ts';
import { type PlaylistDocument, recordingLink } from './playlist-file.ts';

/** A value under an address that names its kind. */
export interface Related {
  rel: string;
  value: string;
}

/** A track in the words of XSPF (https://www.xspf.org/spec), from which XSPF and JSPF are both written. */
export interface XspfTrack {
  entry: PlaylistEntry;
  identifier?: string;
  title: string;
  creator?: string;
  annotation?: string;
  /** The track's own page. */
  info: string;
  album?: string;
  trackNum?: number;
  /** Milliseconds. */
  duration?: number;
  links: Related[];
  metas: Related[];
}

/** A playlist in the words of XSPF. There is no location anywhere, since we have no audio. */
export interface XspfPlaylist {
  title: string;
  info: string;
  date: string;
  tracks: XspfTrack[];
}

/** The XSPF view of a playlist; all texts on one line and fit for XML. */
export function toXspfPlaylist(document: PlaylistDocument): XspfPlaylist {
  return {
    title: oneLine(playlistTitle(document)),
    info: document.pageUrl,
    date: document.publishedAt,
    tracks: document.entries.map((entry) => toXspfTrack(entry, document)),
  };
}

function toXspfTrack(entry: PlaylistEntry, document: PlaylistDocument): XspfTrack {
  const { track, album } = entry;
  const link = recordingLink(entry, document);
  const related = (name: string, value: string | undefined): Related[] =>
    value === undefined ? [] : [{ rel: nameAddress(document, name), value }];
  return {
    entry,
    identifier: track.musicbrainz && `https://musicbrainz.org/recording/${track.musicbrainz}`,
    title: oneLine(track.title),
    creator: track.performers.length > 0 ? oneLine(track.performers.join(', ')) : undefined,
    annotation: optionalLine(describeEntry(entry, document.guide)),
    info: document.trackUrl(track.id),
    album: optionalLine(album?.title),
    trackNum: track.album?.number,
    duration: track.duration === undefined ? undefined : Math.round(track.duration * 1000),
    links: document.service ? related(document.service, link) : [],
    metas: related('isrc', track.isrc),
  };
}

function optionalLine(text: string | undefined): string | undefined {
  return text === undefined ? undefined : oneLine(text);
}

/** The site's own address for the name of a link or value: `<site>/ns/isrc`. */
function nameAddress({ pageUrl }: PlaylistDocument, name: string): string {
  return new URL(`../ns/${name}`, pageUrl).href;
}
