/** A recording as a service's catalog lists it. */
export interface Recording {
  id: string;
  title: string;
  artists: string[];
  album?: string;
  /** Date of that release (a year, month or day), not of the recording. */
  releaseDate?: string;
  durationMs?: number;
  isrc?: string;
  /** Absent when the service did not say. */
  isPlayable?: boolean;
}
