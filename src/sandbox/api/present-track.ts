import { fold } from '../catalog/fold.ts';
import type { Recording } from '../catalog/recording.ts';
import { sandboxId } from '../catalog/sandbox-id.ts';
import type { SandboxContext } from '../context.ts';

/** The fields of a track that its album page gives: no album, no ISRC. */
export function presentSimpleTrack(recording: Recording, { publicUrl }: SandboxContext) {
  return {
    artists: recording.artists.map(presentArtist),
    disc_number: 1,
    duration_ms: recording.durationMs,
    explicit: false,
    external_urls: { spotify: `${publicUrl}/track/${recording.id}` },
    href: `${publicUrl}/v1/tracks/${recording.id}`,
    id: recording.id,
    is_local: false,
    name: recording.title,
    preview_url: null,
    track_number: recording.trackNumber,
    type: 'track',
    uri: `spotify:track:${recording.id}`,
  };
}

/** A whole track. `is_playable` is only there when the call says which country it asks for. */
export function presentTrack(recording: Recording, context: SandboxContext, forCountry: boolean) {
  return {
    album: presentSimpleAlbum(recording, context),
    ...presentSimpleTrack(recording, context),
    external_ids: recording.isrc === undefined ? {} : { isrc: recording.isrc },
    ...(forCountry ? { is_playable: true } : {}),
  };
}

/** The album a recording stands on. */
export function presentSimpleAlbum(recording: Recording, { publicUrl, catalog }: SandboxContext) {
  return {
    album_type: recording.albumType,
    artists: recording.albumArtists.map(presentArtist),
    external_urls: { spotify: `${publicUrl}/album/${recording.albumId}` },
    href: `${publicUrl}/v1/albums/${recording.albumId}`,
    id: recording.albumId,
    images: [],
    name: recording.album,
    release_date: recording.releaseDate,
    release_date_precision: precisionOf(recording.releaseDate),
    total_tracks: catalog.countAlbum(recording.albumId),
    type: 'album',
    uri: `spotify:album:${recording.albumId}`,
  };
}

/** Performers have no addresses: the sandbox keeps no pages for them. */
function presentArtist(name: string) {
  const id = sandboxId('artist', fold(name));
  return { id, name, type: 'artist', uri: `spotify:artist:${id}` };
}

function precisionOf(date: string): 'year' | 'month' | 'day' {
  if (date.length === 4) return 'year';
  return date.length === 7 ? 'month' : 'day';
}
