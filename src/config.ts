import { findContradictions, isSandboxOn } from './contradictions.ts';
import { type Environment, readEnvironment, urlHost } from './environment.ts';

/** What the program runs with; nothing in it is secret. */
export interface Settings {
  host: string;
  port: number;
  /** Where browsers reach the site, without a slash at the end. */
  baseUrl: string;
  dataDir: string;
  tracksDir: string;
  trustProxy: string[] | number | undefined;
  logLevel: Environment['LOG_LEVEL'];
  logFormat: Environment['LOG_FORMAT'];
  /** The streaming service spoken to; absent when none is configured. */
  service: ServiceSettings | undefined;
}

export interface ServiceSettings {
  name: 'spotify' | 'sandbox';
  clientId: string;
  market: string;
  apiUrl: string;
  accountsUrl: string;
  requestsPerSecond: number | undefined;
  /** Set when this process runs the sandbox itself, under `/sandbox`. */
  mounted: { catalogFile: string | undefined } | undefined;
}

/** What must never be logged or shown. */
export interface Secrets {
  databaseUrl: string | undefined;
  /** Newest first; empty when none is set, so that the start makes one and keeps it. */
  secretKeys: string[];
  serviceClientSecret: string | undefined;
}

/** The environment holds settings the program cannot run with; each problem is one sentence. */
export class SettingsError extends Error {
  override name = 'SettingsError';
  readonly problems: string[];
  constructor(problems: string[]) {
    super(`Reel Notes cannot start:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

const SANDBOX_CLIENT = { id: 'reel-notes-sandbox', secret: 'reel-notes-sandbox-secret' };

/** Settings and secrets from the environment; throws SettingsError with every problem at once. */
export function readSettings(env: NodeJS.ProcessEnv): { settings: Settings; secrets: Secrets } {
  const { values, problems } = readEnvironment(env);
  const wrong = new Set(problems.map(({ setting }) => setting));
  const sentences = [...problems.map(({ sentence }) => sentence), ...findContradictions(values, wrong)];
  if (sentences.length > 0) throw new SettingsError(sentences);
  const baseUrl = values.BASE_URL ?? `http://${urlHost(values.HOST)}:${values.PORT}`;
  const sandboxIsOn = isSandboxOn(values);
  return {
    settings: {
      host: values.HOST,
      port: values.PORT,
      baseUrl,
      dataDir: values.DATA_DIR,
      tracksDir: values.TRACKS_DIR,
      trustProxy: values.TRUST_PROXY,
      logLevel: values.LOG_LEVEL,
      logFormat: values.LOG_FORMAT,
      service: sandboxIsOn ? sandboxSettings(values, baseUrl) : spotifySettings(values),
    },
    secrets: {
      databaseUrl: values.DATABASE_URL,
      secretKeys: values.SECRET_KEY,
      serviceClientSecret: values.SPOTIFY_CLIENT_SECRET ?? (sandboxIsOn ? SANDBOX_CLIENT.secret : undefined),
    },
  };
}

/** The sandbox run here is reached on its port, below the sub-path of the site if there is one. */
function sandboxSettings(values: Environment, baseUrl: string): ServiceSettings {
  const subPath = new URL(baseUrl).pathname.replace(/\/$/, '');
  const own = `http://${urlHost(values.HOST)}:${values.PORT}${subPath}/sandbox`;
  return {
    name: 'sandbox',
    clientId: values.SPOTIFY_CLIENT_ID ?? SANDBOX_CLIENT.id,
    market: values.SPOTIFY_MARKET,
    apiUrl: values.SPOTIFY_API_URL ?? own,
    accountsUrl: values.SPOTIFY_ACCOUNTS_URL ?? values.SPOTIFY_API_URL ?? own,
    requestsPerSecond: values.SPOTIFY_REQUESTS_PER_SECOND,
    mounted: values.SPOTIFY_API_URL ? undefined : { catalogFile: values.SANDBOX_CATALOG },
  };
}

function spotifySettings(values: Environment): ServiceSettings | undefined {
  if (!values.SPOTIFY_CLIENT_ID) return undefined;
  return {
    name: 'spotify',
    clientId: values.SPOTIFY_CLIENT_ID,
    market: values.SPOTIFY_MARKET,
    apiUrl: values.SPOTIFY_API_URL ?? 'https://api.spotify.com',
    accountsUrl: values.SPOTIFY_ACCOUNTS_URL ?? 'https://accounts.spotify.com',
    requestsPerSecond: values.SPOTIFY_REQUESTS_PER_SECOND ?? 1,
    mounted: undefined,
  };
}
