import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { z } from 'zod';

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
const SECRET_NAMES = ['DATABASE_URL', 'SECRET_KEY', 'SPOTIFY_CLIENT_SECRET'] as const;
const OURS =
  /^((SPOTIFY|SANDBOX|SUBSONIC|LISTENBRAINZ|OIDC|BACKUP|SECRET_KEY)(_|$)|METRICS_TOKEN$|READ_ONLY$|LOCAL_SIGN_IN$)/;

const address = z.url({ protocol: /^https?$/, error: 'must be an address such as https://example.org' });
const plainAddress = address
  .refine((url) => !URL.canParse(url) || (!new URL(url).search && !new URL(url).hash), {
    error: 'must have neither ? nor # in it',
  })
  .refine((url) => !URL.canParse(url) || (!new URL(url).username && !new URL(url).password), {
    error: 'must hold no user name or password',
  })
  .transform((url) => new URL(url).href.replace(/\/+$/, ''));

const Environment = z.object({
  HOST: z
    .string()
    .refine((host) => URL.canParse(`http://${urlHost(host)}`), {
      error: 'must be a host name or an IP address',
    })
    .default('127.0.0.1'),
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
    .refine((keys) => keys.length > 0 && keys.every((key) => key.length >= 32), {
      error: 'must be at least 32 characters long',
    })
    .default([]),
  TRUST_PROXY: z
    .string()
    .transform((value) => (/^\d+$/.test(value) ? Number(value) : value.split(/[\s,]+/)))
    .refine((proxies) => typeof proxies === 'number' || proxies.every(isProxy), {
      error:
        'must be addresses or networks such as 127.0.0.1 or 10.0.0.0/8, or how many proxies stand in front',
    })
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
export type Environment = z.output<typeof Environment>;

/** What is wrong with one setting, in a sentence. */
export interface SettingProblem {
  setting: string;
  sentence: string;
}

/** The settings of the right form, and what is wrong with each of the others, which count as not set. */
export function readEnvironment(env: NodeJS.ProcessEnv): { values: Environment; problems: SettingProblem[] } {
  const problems: SettingProblem[] = [];
  const raw = readSecretFiles(env, problems);
  problems.push(...findUnknown(raw));
  return { values: readValues(dropEmpty(raw), problems), problems };
}

function readValues(env: NodeJS.ProcessEnv, problems: SettingProblem[]): Environment {
  const parsed = Environment.safeParse(env);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(({ path, message }) => ({ setting: path.join('.'), message }));
  problems.push(...wrong.map(({ setting, message }) => ({ setting, sentence: `${setting} ${message}` })));
  const names = new Set(wrong.map(({ setting }) => setting));
  return Environment.parse(Object.fromEntries(Object.entries(env).filter(([name]) => !names.has(name))));
}

function readSecretFiles(env: NodeJS.ProcessEnv, problems: SettingProblem[]): NodeJS.ProcessEnv {
  const raw = { ...env };
  for (const name of SECRET_NAMES) {
    const file = env[`${name}_FILE`];
    if (!file) continue;
    const report = (sentence: string) => problems.push({ setting: name, sentence });
    if (env[name]) report(`${name} and ${name}_FILE are both set; keep one`);
    try {
      raw[name] = readFileSync(file, 'utf8').trim();
      if (raw[name] === '') report(`${name}_FILE is empty: ${file}`);
    } catch (cause) {
      report(`${name}_FILE cannot be read: ${(cause as NodeJS.ErrnoException).code} ${file}`);
    }
  }
  return raw;
}

/** A misspelt setting would be ignored in silence; one that looks like ours is refused instead. */
function findUnknown(env: NodeJS.ProcessEnv): SettingProblem[] {
  const known = new Set([...Object.keys(Environment.shape), ...SECRET_NAMES.map((name) => `${name}_FILE`)]);
  return Object.keys(env)
    .filter((name) => OURS.test(name) && !known.has(name))
    .map((name) => ({ setting: name, sentence: `${name} is not a setting of this version` }));
}

function dropEmpty(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
}

/** An address, a network, or one of the names that Express knows for several of them. */
function isProxy(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', bits = '0', ...more] = text.split('/');
  const family = isIP(address);
  return family > 0 && more.length === 0 && /^\d+$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128);
}

/** The host as an address names it: brackets around IPv6, and a reachable name for "all interfaces". */
export function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
