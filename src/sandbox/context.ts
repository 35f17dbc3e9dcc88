import type { ClientApp } from './accounts/authorization-request.ts';
import type { Grants } from './accounts/grants.ts';
import type { Catalog } from './catalog/catalog.ts';
import type { PageLayout } from './pages/layout.ts';
import type { Library } from './playlists/library.ts';
import type { Playlists } from './playlists/playlists.ts';

/** What a request may use. */
export interface SandboxContext {
  /** Where a browser reaches the sandbox, without a slash at the end. */
  publicUrl: string;
  client: ClientApp;
  clock: () => Date;
  catalog: Catalog;
  grants: Grants;
  playlists: Playlists;
  library: Library;
  /** What every page needs besides its own content. */
  layout(title: string): PageLayout;
}
