/** Somebody with an account at the sandbox. */
export interface SandboxUser {
  id: string;
  accountId: string;
  /** May be null, as at Spotify. */
  displayName: string | null;
  /** Whether the app's owner put this user on the list of the five who may use it. */
  isRegistered: boolean;
}

export const USERS: readonly SandboxUser[] = [
  { id: 'sandbox-ada', accountId: 'sandboxAccount1', displayName: 'Ada Marsh', isRegistered: true },
  { id: 'sandbox-bruno', accountId: 'sandboxAccount2', displayName: 'Bruno Okafor', isRegistered: true },
  { id: 'sandbox-chiyo', accountId: 'sandboxAccount3', displayName: 'Chiyo Ōta', isRegistered: true },
  { id: 'sandbox-dolores', accountId: 'sandboxAccount4', displayName: 'Dolores Núñez', isRegistered: true },
  { id: 'sandbox-nameless', accountId: 'sandboxAccount5', displayName: null, isRegistered: true },
  { id: 'sandbox-visitor', accountId: 'sandboxAccount6', displayName: 'Vera Outside', isRegistered: false },
];

export function findUser(id: string): SandboxUser | undefined {
  return USERS.find((user) => user.id === id);
}

/** The name to show on a page. */
export function nameOf(user: SandboxUser): string {
  return user.displayName ?? user.id;
}
