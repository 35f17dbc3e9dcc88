import type { Environment } from './environment.ts';

/** What cannot be together in settings, a sentence each; of what is wrong in itself nothing more is said. */
export function findContradictions(values: Environment, wrong: Set<string>): string[] {
  return CONTRADICTIONS.filter(({ about, when }) => {
    return when(values) && !about(values).some((setting) => wrong.has(setting));
  }).map(({ sentence }) => sentence);
}

/** Whether the sandbox stands in for a service: by itself only where nobody else can reach it. */
export function isSandboxOn(values: Environment): boolean {
  if (values.SANDBOX !== 'auto') return values.SANDBOX === 'on';
  const isReachable = values.BASE_URL !== undefined && !isLoopback(new URL(values.BASE_URL).hostname);
  return !values.SPOTIFY_CLIENT_ID && isLoopback(values.HOST) && !isReachable;
}

const CONTRADICTIONS: {
  about: (values: Environment) => (keyof Environment)[];
  when: (values: Environment) => unknown;
  sentence: string;
}[] = [
  {
    about: () => ['DATABASE_URL', 'SECRET_KEY'],
    when: (values) => values.DATABASE_URL && values.SECRET_KEY.length === 0,
    sentence: 'SECRET_KEY is needed with DATABASE_URL, so that every process opens the same seals',
  },
  {
    about: () => ['SPOTIFY_CLIENT_ID', 'SPOTIFY_CLIENT_SECRET'],
    when: (values) => values.SPOTIFY_CLIENT_ID && !values.SPOTIFY_CLIENT_SECRET,
    sentence: 'SPOTIFY_CLIENT_SECRET is missing: searching the catalog needs it beside SPOTIFY_CLIENT_ID',
  },
  {
    about: () => ['SPOTIFY_CLIENT_ID', 'SPOTIFY_CLIENT_SECRET'],
    when: (values) => values.SPOTIFY_CLIENT_SECRET && !values.SPOTIFY_CLIENT_ID,
    sentence: 'SPOTIFY_CLIENT_ID is missing beside SPOTIFY_CLIENT_SECRET',
  },
  {
    about: () => ['SPOTIFY_API_URL', 'SPOTIFY_CLIENT_ID', 'SANDBOX'],
    when: (values) => values.SPOTIFY_API_URL && !values.SPOTIFY_CLIENT_ID && values.SANDBOX !== 'on',
    sentence: 'SPOTIFY_API_URL needs SPOTIFY_CLIENT_ID, or SANDBOX=on for a sandbox that runs by itself',
  },
  {
    about: (values) => ['SPOTIFY_ACCOUNTS_URL', 'SPOTIFY_API_URL', ...sandboxDependsOn(values)],
    when: (values) =>
      values.SPOTIFY_ACCOUNTS_URL &&
      !values.SPOTIFY_API_URL &&
      (isSandboxOn(values) || !values.SPOTIFY_CLIENT_ID),
    sentence: 'SPOTIFY_ACCOUNTS_URL needs SPOTIFY_API_URL, or SPOTIFY_CLIENT_ID with the sandbox off',
  },
  {
    about: (values) => ['SANDBOX_CATALOG', ...sandboxDependsOn(values)],
    when: (values) => values.SANDBOX_CATALOG && !isSandboxOn(values),
    sentence: 'SANDBOX_CATALOG is set, but the sandbox is off',
  },
  {
    about: () => ['SANDBOX_CATALOG', 'SPOTIFY_API_URL'],
    when: (values) => values.SANDBOX_CATALOG && values.SPOTIFY_API_URL,
    sentence: 'SANDBOX_CATALOG belongs to the sandbox run here; SPOTIFY_API_URL points at another one',
  },
];

/** The settings by which the sandbox is on or off. */
function sandboxDependsOn(values: Environment): (keyof Environment)[] {
  if (values.SANDBOX !== 'auto') return ['SANDBOX'];
  return values.SPOTIFY_CLIENT_ID ? ['SANDBOX'] : ['SANDBOX', 'SPOTIFY_CLIENT_ID', 'HOST', 'BASE_URL'];
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host === '::1' || /^127(\.\d+){3}$/.test(host);
}
