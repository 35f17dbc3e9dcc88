import type { Migration } from 'kysely/migration';
import * as createGuides from './001-create-guides.ts';
import * as createMatches from './002-create-matches.ts';
import * as createExports from './003-create-exports.ts';
import * as createLeases from './004-create-leases.ts';

/** Every migration by its name, in order. A shared one is never edited; add the next. */
export const MIGRATIONS: Record<string, Migration> = {
  '001-create-guides': createGuides,
  '002-create-matches': createMatches,
  '003-create-exports': createExports,
  '004-create-leases': createLeases,
};
