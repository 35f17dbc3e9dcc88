import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSettings, SettingsError } from '../src/config.ts';

const KEY = 'k'.repeat(32);
const POSTGRES = 'postgres://reel:secret@db.example/notes';

type Env = Record<string, string>;

describe('with nothing set', () => {
  test('there is a default for everything, and the sandbox stands in for a service', () => {
    expect(readSettings({})).toEqual({
      settings: {
        host: '127.0.0.1',
        port: 3000,
        baseUrl: 'http://127.0.0.1:3000',
        dataDir: './data',
        tracksDir: './tracks',
        trustProxy: undefined,
        logLevel: 'info',
        logFormat: 'text',
        service: {
          name: 'sandbox',
          clientId: 'reel-notes-sandbox',
          market: 'US',
          apiUrl: 'http://127.0.0.1:3000/sandbox',
          accountsUrl: 'http://127.0.0.1:3000/sandbox',
          requestsPerSecond: undefined,
          mounted: { catalogFile: undefined },
        },
      },
      secrets: { databaseUrl: undefined, secretKeys: [], serviceClientSecret: 'reel-notes-sandbox-secret' },
    });
  });

  test('an empty value is as good as none, and other programs’ settings are not looked at', () => {
    const env = { PORT: '', SPOTIFY_CLIENT_ID: '', DATABASE_URL_FILE: '', PATH: '/bin', HOME: '/root' };
    expect(readSettings(env)).toEqual(readSettings({}));
  });
});

describe('a setting', () => {
  test.each<[Env, object]>([
    [
      { HOST: '0.0.0.0', PORT: '80' },
      { host: '0.0.0.0', port: 80, baseUrl: 'http://127.0.0.1:80' },
    ],
    [{ HOST: '::1' }, { host: '::1', baseUrl: 'http://[::1]:3000' }],
    [{ HOST: 'localhost' }, { host: 'localhost', baseUrl: 'http://localhost:3000' }],
    [{ BASE_URL: 'https://notes.example/' }, { baseUrl: 'https://notes.example' }],
    [{ BASE_URL: 'HTTPS://Notes.Example/on/films//' }, { baseUrl: 'https://notes.example/on/films' }],
    [
      { DATA_DIR: '/srv/data', TRACKS_DIR: '/srv/tracks' },
      { dataDir: '/srv/data', tracksDir: '/srv/tracks' },
    ],
    [{ TRUST_PROXY: '2' }, { trustProxy: 2 }],
    [
      { TRUST_PROXY: 'loopback, 10.0.0.0/8 fd00::/8 192.0.2.1' },
      { trustProxy: ['loopback', '10.0.0.0/8', 'fd00::/8', '192.0.2.1'] },
    ],
    [
      { LOG_LEVEL: 'debug', LOG_FORMAT: 'json' },
      { logLevel: 'debug', logFormat: 'json' },
    ],
  ])('%j is taken', (env, expected) => {
    expect(readSettings(env).settings).toMatchObject(expected);
  });

  test('SECRET_KEY may be several, newest first', () => {
    expect(readSettings({ SECRET_KEY: `${'k'.repeat(32)},\n ${'o'.repeat(40)}` }).secrets.secretKeys).toEqual(
      ['k'.repeat(32), 'o'.repeat(40)],
    );
  });
});

describe('a wrong value is named with what it must be', () => {
  const PORT = 'PORT must be a port number from 1 to 65535';
  const ADDRESS = 'must be an address such as https://example.org';
  const PROXY =
    'TRUST_PROXY must be addresses or networks such as 127.0.0.1 or 10.0.0.0/8, or how many proxies stand in front';
  const RATE = 'SPOTIFY_REQUESTS_PER_SECOND must be a number above 0 and at most 100';
  test.each<[Env, string]>([
    [{ PORT: 'http' }, PORT],
    [{ PORT: '0' }, PORT],
    [{ PORT: '65536' }, PORT],
    [{ PORT: '-1' }, PORT],
    [{ HOST: 'my host' }, 'HOST must be a host name or an IP address'],
    [{ HOST: '[::1]' }, 'HOST must be a host name or an IP address'],
    [{ BASE_URL: 'notes.example' }, `BASE_URL ${ADDRESS}`],
    [{ BASE_URL: 'ftp://notes.example' }, `BASE_URL ${ADDRESS}`],
    [{ BASE_URL: 'https://ann:hush@notes.example' }, 'BASE_URL must hold no user name or password'],
    [{ BASE_URL: 'https://:hush@notes.example' }, 'BASE_URL must hold no user name or password'],
    [
      { SANDBOX: 'on', SPOTIFY_API_URL: 'http://ann:hush@127.0.0.1:4000' },
      'SPOTIFY_API_URL must hold no user name or password',
    ],
    [{ BASE_URL: 'https://notes.example/?a=b' }, 'BASE_URL must have neither ? nor # in it'],
    [
      { DATABASE_URL: 'mysql://db.example/notes', SECRET_KEY: KEY },
      'DATABASE_URL must be a PostgreSQL address such as postgres://user:password@host/name',
    ],
    [{ SECRET_KEY: 'short' }, 'SECRET_KEY must be at least 32 characters long'],
    [{ SECRET_KEY: `${'k'.repeat(32)} short` }, 'SECRET_KEY must be at least 32 characters long'],
    [{ TRUST_PROXY: 'true' }, PROXY],
    [{ TRUST_PROXY: '10.0.0.0/33' }, PROXY],
    [{ TRUST_PROXY: '10.0.0.1, proxy.example' }, PROXY],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of silent, error, warn, info, debug'],
    [{ LOG_FORMAT: 'xml' }, 'LOG_FORMAT must be text or json'],
    [{ SPOTIFY_MARKET: 'us' }, 'SPOTIFY_MARKET must be a country of two capital letters such as US'],
    [{ SPOTIFY_REQUESTS_PER_SECOND: 'fast' }, RATE],
    [{ SPOTIFY_REQUESTS_PER_SECOND: '0' }, RATE],
    [{ SPOTIFY_REQUESTS_PER_SECOND: '101' }, RATE],
    [{ SPOTIFY_ACCOUNTS_URL: 'accounts' }, `SPOTIFY_ACCOUNTS_URL ${ADDRESS}`],
    [{ SANDBOX: 'yes' }, 'SANDBOX must be auto, on or off'],
  ])('%j', (env, problem) => {
    expect(problemsOf(env)).toEqual([problem]);
  });
});

describe('settings that do not go together', () => {
  test.each<[Env, string]>([
    [
      { DATABASE_URL: POSTGRES },
      'SECRET_KEY is needed with DATABASE_URL, so that every process opens the same seals',
    ],
    [
      { SPOTIFY_CLIENT_ID: 'id' },
      'SPOTIFY_CLIENT_SECRET is missing: searching the catalog needs it beside SPOTIFY_CLIENT_ID',
    ],
    [{ SPOTIFY_CLIENT_SECRET: 'secret' }, 'SPOTIFY_CLIENT_ID is missing beside SPOTIFY_CLIENT_SECRET'],
    [
      { SPOTIFY_API_URL: 'http://127.0.0.1:4000' },
      'SPOTIFY_API_URL needs SPOTIFY_CLIENT_ID, or SANDBOX=on for a sandbox that runs by itself',
    ],
    [
      { SPOTIFY_ACCOUNTS_URL: 'http://127.0.0.1:4000' },
      'SPOTIFY_ACCOUNTS_URL needs SPOTIFY_API_URL, or SPOTIFY_CLIENT_ID with the sandbox off',
    ],
    [
      {
        SANDBOX: 'on',
        SPOTIFY_CLIENT_ID: 'id',
        SPOTIFY_CLIENT_SECRET: 'hush',
        SPOTIFY_ACCOUNTS_URL: 'http://127.0.0.1:4000',
      },
      'SPOTIFY_ACCOUNTS_URL needs SPOTIFY_API_URL, or SPOTIFY_CLIENT_ID with the sandbox off',
    ],
    [{ SANDBOX: 'off', SANDBOX_CATALOG: 'catalog.ndjson' }, 'SANDBOX_CATALOG is set, but the sandbox is off'],
    [
      { SANDBOX: 'on', SPOTIFY_API_URL: 'http://127.0.0.1:4000', SANDBOX_CATALOG: 'catalog.ndjson' },
      'SANDBOX_CATALOG belongs to the sandbox run here; SPOTIFY_API_URL points at another one',
    ],
  ])('%j', (env, problem) => {
    expect(problemsOf(env)).toEqual([problem]);
  });
});

describe('a setting that looks like ours and is none', () => {
  test.each([
    'SPOTIFY_CLIENTID',
    'SANDBOX_URL',
    'SECRET_KEY_FILES',
    'SUBSONIC_URL',
    'LISTENBRAINZ_URL',
    'OIDC_ISSUER',
    'BACKUP_DIR',
    'METRICS_TOKEN',
    'READ_ONLY',
    'LOCAL_SIGN_IN',
    'SPOTIFY_CLIENT_ID_FILE',
  ])('%s is refused rather than ignored', (name) => {
    expect(problemsOf({ [name]: 'x' })).toEqual([`${name} is not a setting of this version`]);
  });
});

test('all problems are told at once, each on a line', () => {
  const env = {
    PORT: 'x',
    BASE_URL: 'x',
    LOG_LEVEL: 'x',
    SPOTIFY_MARKT: 'US',
    SECRET_KEY_FILE: '/nowhere/key',
  };
  expect(() => readSettings(env)).toThrow(
    new SettingsError([
      'SECRET_KEY_FILE cannot be read: ENOENT /nowhere/key',
      'SPOTIFY_MARKT is not a setting of this version',
      'PORT must be a port number from 1 to 65535',
      'BASE_URL must be an address such as https://example.org',
      'LOG_LEVEL must be one of silent, error, warn, info, debug',
    ]),
  );
  expect(new SettingsError(['one', 'two']).message).toBe('Reel Notes cannot start:\n  - one\n  - two');
});

describe('besides a wrong value', () => {
  const PORT = 'PORT must be a port number from 1 to 65535';
  test.each<[string, Env, string[]]>([
    [
      'a contradiction is told',
      { PORT: 'abc', DATABASE_URL: POSTGRES, SPOTIFY_CLIENT_ID: 'id' },
      [
        PORT,
        'SECRET_KEY is needed with DATABASE_URL, so that every process opens the same seals',
        'SPOTIFY_CLIENT_SECRET is missing: searching the catalog needs it beside SPOTIFY_CLIENT_ID',
      ],
    ],
    [
      'a contradiction with it is not',
      { DATABASE_URL: POSTGRES, SECRET_KEY: 'short' },
      ['SECRET_KEY must be at least 32 characters long'],
    ],
    [
      'a sandbox that may be on is not said to be off',
      { HOST: 'my host', SANDBOX_CATALOG: 'catalog.ndjson' },
      ['HOST must be a host name or an IP address'],
    ],
    [
      'a sandbox that must be off is said to be off',
      { HOST: 'my host', SANDBOX: 'off', SANDBOX_CATALOG: 'catalog.ndjson' },
      ['HOST must be a host name or an IP address', 'SANDBOX_CATALOG is set, but the sandbox is off'],
    ],
    [
      'a secret whose file cannot be read is not said to be missing',
      { SPOTIFY_CLIENT_ID: 'id', SPOTIFY_CLIENT_SECRET_FILE: '/nowhere/secret' },
      ['SPOTIFY_CLIENT_SECRET_FILE cannot be read: ENOENT /nowhere/secret'],
    ],
  ])('%s', (_, env, problems) => {
    expect(problemsOf(env)).toEqual(problems);
  });
});

test('a key of nothing but blanks and commas is no key', () => {
  expect(problemsOf({ DATABASE_URL: POSTGRES, SECRET_KEY: ' , ' })).toEqual([
    'SECRET_KEY must be at least 32 characters long',
  ]);
});

describe('a secret in a file', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'reel-notes-secrets-'));
    await writeFile(join(folder, 'database'), `${POSTGRES}\n`);
    await writeFile(join(folder, 'key'), `${'k'.repeat(32)}\n${'o'.repeat(32)}\n`);
    await writeFile(join(folder, 'client'), '  hush \n');
    await writeFile(join(folder, 'empty'), '\n');
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('is read without the blanks around it', () => {
    const { secrets } = readSettings({
      DATABASE_URL_FILE: join(folder, 'database'),
      SECRET_KEY_FILE: join(folder, 'key'),
      SPOTIFY_CLIENT_SECRET_FILE: join(folder, 'client'),
      SPOTIFY_CLIENT_ID: 'id',
    });
    expect(secrets).toEqual({
      databaseUrl: POSTGRES,
      secretKeys: ['k'.repeat(32), 'o'.repeat(32)],
      serviceClientSecret: 'hush',
    });
  });

  test('and in the setting as well is one too many', () => {
    const env = { SECRET_KEY: KEY, SECRET_KEY_FILE: join(folder, 'key') };
    expect(problemsOf(env)).toEqual(['SECRET_KEY and SECRET_KEY_FILE are both set; keep one']);
  });

  test('that is empty is not taken for no setting', () => {
    const file = join(folder, 'empty');
    expect(problemsOf({ DATABASE_URL_FILE: file })).toEqual([`DATABASE_URL_FILE is empty: ${file}`]);
  });

  test('that is a folder is named with the reason', () => {
    expect(problemsOf({ DATABASE_URL_FILE: folder })).toEqual([
      `DATABASE_URL_FILE cannot be read: EISDIR ${folder}`,
    ]);
  });

  test('is never part of a message', () => {
    const env = {
      DATABASE_URL_FILE: join(folder, 'database'),
      PORT: 'x',
      SECRET_KEY: 'too-short-but-secret',
    };
    expect(problemsOf(env).join('\n')).not.toMatch(/secret@|too-short/);
  });
});

describe('the service is', () => {
  const SPOTIFY = { SPOTIFY_CLIENT_ID: 'id', SPOTIFY_CLIENT_SECRET: 'hush' };
  test.each<[string, Env, string | undefined]>([
    ['the sandbox on a machine of one’s own', {}, 'sandbox'],
    ['the sandbox, by another name of it', { HOST: 'localhost' }, 'sandbox'],
    ['the sandbox, by IPv6', { HOST: '::1' }, 'sandbox'],
    ['none where others reach the port', { HOST: '0.0.0.0' }, undefined],
    ['none where others reach the site through a proxy', { BASE_URL: 'https://notes.example' }, undefined],
    ['the sandbox where it is wanted in the open', { SANDBOX: 'on', HOST: '0.0.0.0' }, 'sandbox'],
    ['none where the sandbox is switched off', { SANDBOX: 'off' }, undefined],
    ['Spotify with an app of one’s own', SPOTIFY, 'spotify'],
    ['Spotify, the sandbox switched off', { ...SPOTIFY, SANDBOX: 'off' }, 'spotify'],
    ['the sandbox, though there is an app', { ...SPOTIFY, SANDBOX: 'on' }, 'sandbox'],
  ])('%s', (_what, env, name) => {
    expect(readSettings(env).settings.service?.name).toBe(name);
  });

  test('Spotify at one request a second, unless told otherwise', () => {
    expect(readSettings(SPOTIFY).settings.service).toEqual({
      name: 'spotify',
      clientId: 'id',
      market: 'US',
      apiUrl: 'https://api.spotify.com',
      accountsUrl: 'https://accounts.spotify.com',
      requestsPerSecond: 1,
      mounted: undefined,
    });
    const faster = readSettings({ ...SPOTIFY, SPOTIFY_REQUESTS_PER_SECOND: '2.5', SPOTIFY_MARKET: 'IS' });
    expect(faster.settings.service).toMatchObject({ requestsPerSecond: 2.5, market: 'IS' });
    expect(faster.secrets.serviceClientSecret).toBe('hush');
  });

  test('a sandbox that runs by itself, when told where', () => {
    const { settings } = readSettings({ SANDBOX: 'on', SPOTIFY_API_URL: 'http://127.0.0.1:4000/' });
    expect(settings.service).toMatchObject({
      name: 'sandbox',
      apiUrl: 'http://127.0.0.1:4000',
      accountsUrl: 'http://127.0.0.1:4000',
      mounted: undefined,
    });
  });

  test('a sandbox with a catalog of one’s own', () => {
    const { settings } = readSettings({ SANDBOX_CATALOG: 'catalog.ndjson.gz' });
    expect(settings.service?.mounted).toEqual({ catalogFile: 'catalog.ndjson.gz' });
  });
});

/** What is wrong with the settings; nothing when they are taken. */
function problemsOf(env: Env): string[] {
  try {
    readSettings(env);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
}
