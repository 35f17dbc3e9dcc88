import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServiceName } from '../domain/services/service.ts';

/** The site as every page sees it: its addresses, its assets and its streaming service. */
export interface Site {
  baseUrl: string;
  /** The path of the base address: empty, or `/notes` under a sub-path. */
  basePath: string;
  version: string;
  service: ServiceName | undefined;
  /** Where a browser reaches the sandbox, when that is the service. */
  sandboxUrl: string | undefined;
  /** A link within the site. */
  path(path: string): string;
  /** The same as a whole address. */
  url(path: string): string;
  /** A file of `public/`, with its content's hash so that browsers may keep it for good. */
  asset(name: string): string;
}

export function createSite(options: {
  baseUrl: string;
  version: string;
  service: ServiceName | undefined;
  sandboxUrl?: string | undefined;
  /** The folder of our own assets. */
  publicDir: string;
}): Site {
  const basePath = new URL(options.baseUrl).pathname.replace(/\/$/, '');
  const hashes = hashAssets(options.publicDir);
  return {
    baseUrl: options.baseUrl,
    basePath,
    version: options.version,
    service: options.service,
    sandboxUrl: options.sandboxUrl,
    path: (path) => `${basePath}${path}`,
    url: (path) => `${options.baseUrl}${path}`,
    asset: (name) => `${basePath}/assets/${name}?v=${hashes.get(name) ?? options.version}`,
  };
}

function hashAssets(folder: string): Map<string, string> {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(files.map(({ name }) => [name, hashFile(join(folder, name))]));
}

function hashFile(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 12);
}
