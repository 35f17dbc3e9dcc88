import { join } from 'node:path';
import express, { type ErrorRequestHandler, type Request, type Router } from 'express';
import { USERS } from '../accounts/users.ts';
import type { SandboxContext } from '../context.ts';
import { PageRefusalError, refusalOf } from '../refusals.ts';
import { albumPage, homePage, playlistPage, trackPage } from './page-content.ts';

const ASSETS = ['sandbox.css', 'sandbox.svg'];

/** The pages a person sees: what the sandbox is, and each playlist, track and album. */
export function createPages(context: SandboxContext): Router {
  const { catalog, playlists, layout } = context;
  const pages = express.Router();
  for (const name of ASSETS) {
    pages.get(`/${name}`, (_request, response) => response.sendFile(join(import.meta.dirname, name)));
  }
  pages.get('/', (_request, response) => {
    const page = homePage(USERS, playlists.listPlaylists());
    response.render('home', { page: { ...layout('What this is'), ...page } });
  });
  pages.get('/playlist/:id', (request, response) => {
    const playlist = playlists.findPlaylist(request.params.id) ?? refuseUnknown('playlist');
    response.render('playlist', { page: { ...layout(playlist.name), ...playlistPage(playlist, catalog) } });
  });
  pages.get('/track/:id', (request, response) => {
    const recording = catalog.findRecording(request.params.id) ?? refuseUnknown('track');
    response.render('track', { page: { ...layout(recording.title), ...trackPage(recording) } });
  });
  pages.get('/album/:id', (request, response) => {
    const recordings = catalog.listAlbum(request.params.id);
    const first = recordings[0] ?? refuseUnknown('album');
    response.render('album', { page: { ...layout(first.album), ...albumPage(first, recordings) } });
  });
  pages.get('/cover/:id', (request, response) => {
    const cover = playlists.findCover(request.params.id) ?? refuseUnknown('cover');
    response.type('image/jpeg').send(Buffer.from(cover));
  });
  pages.use((request: Request) => {
    throw new PageRefusalError(404, 'Nothing here', `The sandbox has no page at ${request.path}`);
  });
  return pages;
}

/** Shows a refusal as a page. */
export function sendRefusalPage(context: SandboxContext): ErrorRequestHandler {
  return (error, _request, response, _next) => {
    const { status, message } = refusalOf(error);
    const title = error instanceof PageRefusalError ? error.title : 'This did not work';
    response.status(status).render('refusal', { page: { ...context.layout(title), message } });
  };
}

function refuseUnknown(noun: string): never {
  throw new PageRefusalError(404, `No such ${noun}`, `The sandbox knows no ${noun} of this id.`);
}
