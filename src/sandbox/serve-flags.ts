import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';

/** How the stand-alone sandbox is to run. */
export interface ServeFlags {
  host: string;
  port: number;
  redirectUris: string[];
  dataFile: string;
  catalogFile: string | undefined;
  clientId: string;
  clientSecret: string;
}

/** A mistake on the command line, said in one sentence. */
export class FlagError extends Error {}

/** Reads the command line; what is not given has a default that suits a product on this machine. */
export function readFlags(args: string[]): ServeFlags {
  const values = parse(args);
  return {
    host: values.host,
    port: readPort(values.port),
    redirectUris: values.redirect.map(checkRedirectUri),
    dataFile: values.data,
    catalogFile: checkCatalog(values.catalog),
    clientId: values['client-id'],
    clientSecret: values['client-secret'],
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        host: { type: 'string', default: '127.0.0.1' },
        port: { type: 'string', default: '4000' },
        redirect: {
          type: 'string',
          multiple: true,
          default: ['http://127.0.0.1:3000/connect/sandbox/callback'],
        },
        data: { type: 'string', default: ':memory:' },
        catalog: { type: 'string' },
        'client-id': { type: 'string', default: 'reel-notes-sandbox' },
        'client-secret': { type: 'string', default: 'reel-notes-sandbox-secret' },
      },
    }).values;
  } catch (cause) {
    const [firstSentence = ''] = (cause as Error).message.split('. ');
    throw new FlagError(firstSentence.replace(/\.?$/, '.'), { cause });
  }
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new FlagError(`--port must be a number from 0 to 65535, not "${text}".`);
}

function checkCatalog(file: string | undefined): string | undefined {
  if (file === undefined || existsSync(file)) return file;
  throw new FlagError(`--catalog names a file that is not there: "${file}".`);
}

/** The rule of the real service: https, or http to a loopback address (`localhost` is none). */
function checkRedirectUri(text: string): string {
  const url = URL.parse(text);
  const isLoopback = url?.hostname === '127.0.0.1' || url?.hostname === '[::1]';
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback)) return text;
  throw new FlagError(`--redirect must be an https address, or http to 127.0.0.1 or [::1], not "${text}".`);
}
