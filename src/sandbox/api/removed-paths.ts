/** A way of asking and the paths it is gone from. */
type Removed = readonly [methods: readonly string[], path: string];

const READ = ['GET'] as const;
const WRITE = ['PUT', 'DELETE'] as const;
const SAVED = ['tracks', 'albums', 'shows', 'episodes', 'audiobooks'] as const;

/** What Development Mode lost in February 2026, and new apps already in November 2024: all answer "Forbidden". */
export const REMOVED_PATHS: readonly Removed[] = [
  [READ, '/users/:id'],
  [['GET', 'POST'], '/users/:id/playlists'],
  [['GET', 'POST', 'PUT', 'DELETE'], '/playlists/:id/tracks'],
  [WRITE, '/playlists/:id/followers'],
  [READ, '/playlists/:id/followers/contains'],
  [READ, '/tracks'],
  [READ, '/albums'],
  [READ, '/artists'],
  [READ, '/shows'],
  [READ, '/episodes'],
  [READ, '/audiobooks'],
  [READ, '/chapters'],
  ...SAVED.map((kind): Removed => [WRITE, `/me/${kind}`]),
  ...SAVED.map((kind): Removed => [READ, `/me/${kind}/contains`]),
  [WRITE, '/me/following'],
  [READ, '/me/following/contains'],
  [READ, '/artists/:id/top-tracks'],
  [READ, '/artists/:id/related-artists'],
  [READ, '/browse/*rest'],
  [READ, '/markets'],
  [READ, '/recommendations'],
  [READ, '/recommendations/available-genre-seeds'],
  [READ, '/audio-features'],
  [READ, '/audio-features/:id'],
  [READ, '/audio-analysis/:id'],
];
