import type { Site } from './site.ts';

/** Where a browser opens a recording on the site's service; the sandbox's pages are its own, never Spotify's. */
export function recordingUrl(site: Site, recordingId: string): string | undefined {
  if (site.service === 'spotify') return `https://open.spotify.com/track/${recordingId}`;
  return site.sandboxUrl && `${site.sandboxUrl}/track/${recordingId}`;
}
