import express, { type Router } from 'express';
import { connect, disconnect, finishConnecting, showConnection } from './connections.ts';
import type { Context } from './context.ts';
import { showExport, startExport } from './exports.ts';
import { PLAYLIST_FILES } from './files/files.ts';
import { showGuide, showPlaylist, showSources, showTrack } from './guides.ts';
import { showHealth, showReadiness } from './health.ts';
import { showHome } from './home.ts';
import { sendPlaylistFile } from './playlist-files.ts';
import { showPrivacy } from './privacy.ts';
import { showSearch } from './search.ts';
import { showRobots, showSitemap } from './sitemap.ts';

const FORM_LIMIT = '100kb';

/** The URL table. */
export function createRoutes(context: Context): Router {
  const routes = express.Router({ caseSensitive: true, strict: true });
  const form = express.urlencoded({ extended: false, limit: FORM_LIMIT });

  routes.get('/', showHome(context));
  routes.get('/guides/:guide', showGuide(context));
  routes.get('/guides/:guide/tracks/:track', showTrack(context));
  routes.get('/guides/:guide/sources', showSources(context));
  routes.get('/guides/:guide/playlist', showPlaylist(context));
  for (const file of PLAYLIST_FILES) {
    routes.get(`/guides/:guide/${file.fileName}`, sendPlaylistFile(context, file));
  }
  routes.post('/guides/:guide/exports', form, startExport(context));
  routes.get('/exports/:id', showExport(context));

  routes.get('/connect/:service', showConnection(context));
  routes.post('/connect/:service', form, connect(context));
  routes.get('/connect/:service/callback', finishConnecting(context));
  routes.post('/disconnect/:service', form, disconnect(context));

  routes.get('/search', showSearch(context));
  routes.get('/privacy', showPrivacy(context));
  routes.get('/sitemap.xml', showSitemap(context));
  routes.get('/robots.txt', showRobots(context));
  routes.get('/healthz', showHealth());
  routes.get('/readyz', showReadiness(context));
  return routes;
}
