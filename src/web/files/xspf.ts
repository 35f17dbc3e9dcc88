import { create } from 'xmlbuilder2';
import type { PlaylistFile } from './playlist-file.ts';
import { type Related, toXspfPlaylist, type XspfTrack } from './xspf-playlist.ts';

type XmlBuilder = ReturnType<typeof create>;

const NAMESPACE = 'http://xspf.org/ns/0/';

/** XSPF version 1 (https://www.xspf.org/spec). */
export const xspf: PlaylistFile = {
  fileName: 'playlist.xspf',
  mediaType: 'application/xspf+xml',
  title: 'XSPF playlist',
  description: 'Every track with its scene and links in an open playlist format; it holds no audio.',
  carries: () => true,
  render(document) {
    const { tracks, ...values } = toXspfPlaylist(document);
    const xml = create({ version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '' });
    const playlist = xml.ele(NAMESPACE, 'playlist', { version: '1' });
    addValues(playlist, values);
    const trackList = playlist.ele('trackList');
    for (const track of tracks) addTrack(trackList, track);
    return `${xml.end({ prettyPrint: true })}\n`;
  },
};

function addTrack(trackList: XmlBuilder, { entry: _, links, metas, ...values }: XspfTrack): void {
  const track = trackList.ele('track');
  addValues(track, values);
  for (const link of links) addRelated(track, 'link', link);
  for (const meta of metas) addRelated(track, 'meta', meta);
}

/** An element for each value that is known. */
function addValues(parent: XmlBuilder, values: Record<string, string | number | undefined>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) parent.ele(name).txt(escapeAmpersands(`${value}`));
  }
}

function addRelated(track: XmlBuilder, name: 'link' | 'meta', { rel, value }: Related): void {
  track.ele(name, { rel: escapeAmpersands(rel) }).txt(escapeAmpersands(value));
}

/** xmlbuilder2 takes `&copy;` in a text for an entity and writes it as it is; it leaves `&amp;copy;` alone. */
function escapeAmpersands(text: string): string {
  return text.replaceAll('&', '&amp;');
}
