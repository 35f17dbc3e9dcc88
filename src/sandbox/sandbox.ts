import type { Express } from 'express';
import { createGrants } from './accounts/grants.ts';
import { createApp } from './app.ts';
import { createCatalog } from './catalog/catalog.ts';
import { loadCatalog } from './catalog/load-catalog.ts';
import { openDatabase } from './database.ts';
import { pageLayout } from './pages/layout.ts';
import { createLibrary } from './playlists/library.ts';
import { createPlaylists } from './playlists/playlists.ts';

export interface SandboxOptions {
  /** The sandbox's own SQLite file, or `:memory:`. */
  dataFile: string;
  /** A catalog to serve instead of the shipped one: NDJSON, gzipped if its name ends in `.gz`. */
  catalogFile?: string | undefined;
  /** Where a browser reaches the sandbox, without a slash at the end. */
  publicUrl: string;
  clientId: string;
  clientSecret: string;
  /** The only addresses a person is sent back to, compared letter by letter. */
  redirectUris: string[];
  clock?: () => Date;
}

export interface Sandbox {
  /** An Express app that works under any path. */
  handler: Express;
  close(): void;
}

/** A stand-in streaming service that speaks Spotify's HTTP by the Development Mode rules of November 2026. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const clock = options.clock ?? (() => new Date());
  const database = openDatabase(options.dataFile);
  loadCatalog(database, options.catalogFile);
  const handler = createApp({
    publicUrl: options.publicUrl,
    client: { id: options.clientId, secret: options.clientSecret, redirectUris: options.redirectUris },
    clock,
    catalog: createCatalog(database),
    grants: createGrants(database, clock),
    playlists: createPlaylists(database),
    library: createLibrary(database),
    layout: pageLayout(options.publicUrl),
  });
  return { handler, close: () => database.close() };
}
