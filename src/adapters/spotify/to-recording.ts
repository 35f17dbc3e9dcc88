import type { Recording } from '../../domain/services/recording.ts';
import type { EntryShape, TrackShape } from './shapes.ts';

/** A track of Spotify's as a recording; what is missing, or filled in with zeros, stays absent. */
export function toRecording(track: TrackShape): Recording {
  return {
    id: track.id,
    title: track.name,
    artists: track.artists.map(({ name }) => name),
    album: track.album?.name || undefined,
    releaseDate: toDate(track.album?.release_date),
    durationMs: track.duration_ms || undefined,
    isrc: toIsrc(track.external_ids?.isrc),
    isPlayable: track.restrictions ? false : (track.is_playable ?? undefined),
  };
}

/** The id to compare with ours: that of the track asked for when a twin stands in. Undefined for what is no track. */
export function toEntryId(entry: EntryShape | null): string | undefined {
  const item = entry?.item ?? entry?.track;
  if (!item || entry?.is_local || item.is_local) return undefined;
  const isTrack = item.uri ? item.uri.startsWith('spotify:track:') : (item.type ?? 'track') === 'track';
  return isTrack ? (item.linked_from?.id ?? item.id ?? undefined) : undefined;
}

/** Spotify writes `0000` for a date nobody knows. */
function toDate(date: string | null | undefined): string | undefined {
  return date && !date.startsWith('0000') ? date : undefined;
}

/** Twelve capitals and digits: some labels deliver it with hyphens or in lower case. */
function toIsrc(isrc: string | null | undefined): string | undefined {
  return isrc?.replace(/[^A-Za-z0-9]/g, '').toUpperCase() || undefined;
}
