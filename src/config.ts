import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** What the program runs with; nothing in it is secret. */
export interface Settings {
  host: string;
  port: number;
  /** Where browsers reach the site, without a slash at the end. */
  baseUrl: string;
  dataDir: string;
  tracksDir: string;
  trustProxy: string[] | number | undefined;
  logLevel: (typeof LOG_LEVELS)[number];
  logFormat: 'text' | 'json';
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

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
const SECRET_NAMES = ['DATABASE_URL', 'SECRET_KEY', 'SPOTIFY_CLIENT_SECRET'] as const;
const OURS =
  /^((SPOTIFY|SANDBOX|SUBSONIC|LISTENBRAINZ|OIDC|BACKUP|SECRET_KEY)(_|$)|METRICS_TOKEN$|READ_ONLY$|LOCAL_SIGN_IN$)/;
const SANDBOX_CLIENT = { id: 'reel-notes-sandbox', secret: 'reel-notes-sandbox-secret' };

const address = z.url({ protocol: /^https?$/, error: 'must be an address such as https://example.org' });
const plainAddress = address
  .refine((url) => !URL.canParse(url) || (!new URL(url).search && !new URL(url).hash), {
    error: 'must have neither ? nor # in it',
  })
  .transform((url) => url.replace(/\/+$/, ''));

const Environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number from 1 to 65535')
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, { error: 'must be a port number from 1 to 65535' })
    .default(3000),
  BASE_URL: plainAddress.optional(),
  DATA_DIR: z.string().default('./data'),
  TRACKS_DIR: z.string().default('./tracks'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must be a PostgreSQL address such as postgres://user:password@host/name')
    .optional(),
  SECRET_KEY: z
    .string()
    .transform((keys) => keys.split(/[\s,]+/).filter(Boolean))
    .refine((keys) => keys.every((key) => key.length >= 32), { error: 'must be at least 32 characters long' })
    .default([]),
  TRUST_PROXY: z
    .string()
    .transform((value) => (/^\d+$/.test(value) ? Number(value) : value.split(/[\s,]+/)))
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` }).default('info'),
  LOG_FORMAT: z.enum(['text', 'json'], { error: 'must be text or json' }).default('text'),
  SPOTIFY_CLIENT_ID: z.string().optional(),
  SPOTIFY_CLIENT_SECRET: z.string().optional(),
  SPOTIFY_MARKET: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be a country of two capital letters such as US')
    .default('US'),
  SPOTIFY_API_URL: plainAddress.optional(),
  SPOTIFY_ACCOUNTS_URL: plainAddress.optional(),
  SPOTIFY_REQUESTS_PER_SECOND: z
    .string()
    .transform(Number)
    .refine((rate) => rate > 0 && rate <= 100, { error: 'must be a number above 0 and at most 100' })
    .optional(),
  SANDBOX: z.enum(['auto', 'on', 'off'], { error: 'must be auto, on or off' }).default('auto'),
  SANDBOX_CATALOG: z.string().optional(),
});
type Environment = z.output<typeof Environment>;

/** Settings and secrets from the environment; throws SettingsError with every problem at once. */
export function readSettings(env: NodeJS.ProcessEnv): { settings: Settings; secrets: Secrets } {
  const problems: string[] = [];
  const raw = readSecretFiles(env, problems);
  problems.push(...findUnknown(raw));
  const parsed = Environment.safeParse(dropEmpty(raw));
  if (!parsed.success) {
    problems.push(...parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
    throw new SettingsError(problems);
  }
  const values = parsed.data;
  const baseUrl = values.BASE_URL ?? `http://${urlHost(values.HOST)}:${values.PORT}`;
  const sandboxIsOn = isSandboxOn(values, baseUrl);
  problems.push(...findContradictions(values, sandboxIsOn));
  if (problems.length > 0) throw new SettingsError(problems);
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

function isSandboxOn(values: Environment, baseUrl: string): boolean {
  if (values.SANDBOX !== 'auto') return values.SANDBOX === 'on';
  return !values.SPOTIFY_CLIENT_ID && isLoopback(values.HOST) && isLoopback(new URL(baseUrl).hostname);
}

function findContradictions(values: Environment, sandboxIsOn: boolean): string[] {
  const problems: string[] = [];
  if (values.DATABASE_URL && values.SECRET_KEY.length === 0) {
    problems.push('SECRET_KEY is needed with DATABASE_URL, so that every process opens the same seals');
  }
  if (values.SPOTIFY_CLIENT_ID && !values.SPOTIFY_CLIENT_SECRET) {
    problems.push(
      'SPOTIFY_CLIENT_SECRET is missing: searching the catalog needs it beside SPOTIFY_CLIENT_ID',
    );
  }
  if (values.SPOTIFY_CLIENT_SECRET && !values.SPOTIFY_CLIENT_ID) {
    problems.push('SPOTIFY_CLIENT_ID is missing beside SPOTIFY_CLIENT_SECRET');
  }
  if (values.SPOTIFY_API_URL && !values.SPOTIFY_CLIENT_ID && values.SANDBOX !== 'on') {
    problems.push('SPOTIFY_API_URL needs SPOTIFY_CLIENT_ID, or SANDBOX=on for a sandbox that runs by itself');
  }
  if (values.SANDBOX_CATALOG && !sandboxIsOn) {
    problems.push('SANDBOX_CATALOG is set, but the sandbox is off');
  }
  if (values.SANDBOX_CATALOG && values.SPOTIFY_API_URL) {
    problems.push('SANDBOX_CATALOG belongs to the sandbox run here; SPOTIFY_API_URL points at another one');
  }
  return problems;
}

function readSecretFiles(env: NodeJS.ProcessEnv, problems: string[]): NodeJS.ProcessEnv {
  const raw = { ...env };
  for (const name of SECRET_NAMES) {
    const file = env[`${name}_FILE`];
    if (!file) continue;
    if (env[name]) problems.push(`${name} and ${name}_FILE are both set; keep one`);
    try {
      raw[name] = readFileSync(file, 'utf8').trim();
    } catch (cause) {
      problems.push(`${name}_FILE cannot be read: ${(cause as NodeJS.ErrnoException).code} ${file}`);
    }
  }
  return raw;
}

/** A misspelt setting would be ignored in silence; one that looks like ours is refused instead. */
function findUnknown(env: NodeJS.ProcessEnv): string[] {
  const known = new Set([...Object.keys(Environment.shape), ...SECRET_NAMES.map((name) => `${name}_FILE`)]);
  return Object.keys(env)
    .filter((name) => OURS.test(name) && !known.has(name))
    .map((name) => `${name} is not a setting of this version`);
}

function dropEmpty(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host === '::1' || /^127(\.\d+){3}$/.test(host);
}

/** The host as an address names it: brackets around IPv6, and a reachable name for "all interfaces". */
function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
