/** Every permission an app may ask for here, in the plain words of the consent page. */
const SCOPES = {
  'playlist-modify-public': 'Make and change your public playlists',
  'playlist-modify-private': 'Make and change your private playlists',
  'playlist-read-private': 'See your private playlists and what is on your playlists',
  'playlist-read-collaborative': 'See playlists you make together with others',
  'ugc-image-upload': 'Upload a cover for your playlists',
  'user-library-read': 'See what you have saved in your library',
  'user-library-modify': 'Save to your library and remove from it',
  'user-follow-read': 'See whom you follow',
  'user-follow-modify': 'Follow and unfollow people for you',
  'user-read-private': 'See your kind of subscription',
  'user-read-email': 'See your e-mail address',
} as const;

export type Scope = keyof typeof SCOPES;

export function isScope(text: string): text is Scope {
  return Object.hasOwn(SCOPES, text);
}

/** What a permission lets the app do, in plain words. */
export function wordsOf(scope: Scope): string {
  return SCOPES[scope];
}

/** Splits a list of scopes as OAuth writes it, separated by blanks. */
export function splitScope(scope: string): string[] {
  return scope.split(' ').filter((word) => word !== '');
}
