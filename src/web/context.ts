import type { Logger } from 'pino';
import type { Export, ExportStore } from '../domain/exports/export.ts';
import type { GuideStore } from '../domain/guides/guide-store.ts';
import type { MatchStore } from '../domain/matching/match.ts';
import type { ConnectionStore, Connector } from '../domain/services/connection.ts';
import type { PageCache } from './page-cache.ts';
import type { PublishedGuides } from './published-guides.ts';
import type { Site } from './site.ts';
import type { Views } from './views.ts';

/** What a request may use; made once at the start and handed in. */
export interface Context {
  site: Site;
  views: Views;
  pageCache: PageCache;
  guides: GuideStore;
  publishedGuides: PublishedGuides;
  matches: MatchStore;
  connections: ConnectionStore;
  exports: ExportStore;
  /** The streaming service visitors can connect; absent when none is configured. */
  connector: Connector | undefined;
  /** Starts the work of an export; it goes on after the answer. */
  startExport(made: Export): void;
  /** Seals cookies; the highest number is the newest. */
  cookiePasswords: Record<string, string>;
  isReady(): Promise<boolean>;
  clock(): Date;
  log: Logger;
}
