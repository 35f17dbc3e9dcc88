import { z } from 'zod';
import { Slug } from '../domain/guides/guide.ts';
import type { Match } from '../domain/matching/match.ts';
import type { Context } from './context.ts';
import { NoticeQuery } from './notices.ts';
import { guidePage } from './pages/guide-page.ts';
import { playlistPage } from './pages/playlist-page.ts';
import { sourcesPage } from './pages/sources-page.ts';
import { trackPage } from './pages/track-page.ts';
import { NotFoundError, parseParams, parseQuery } from './parse-request.ts';
import { sendPage } from './send-page.ts';
import { withGuide } from './with-guide.ts';

export const OrderQuery = z.object({ order: z.enum(['film', 'album']).default('film') });

const TrackParams = z.looseObject({ track: Slug });
const PlaylistQuery = OrderQuery.extend(NoticeQuery.shape);

export function showGuide(context: Context) {
  return withGuide(context, async (request, response, guide) => {
    const { order } = parseQuery(request, OrderQuery);
    await sendPage(context, request, response, {
      key: order,
      version: guide.version,
      async render() {
        const page = guidePage(context.site, guide, await listMatches(context, guide.guide), order);
        return await context.views.render('guides/show', page);
      },
    });
  });
}

export function showTrack(context: Context) {
  return withGuide(context, async (request, response, guide) => {
    const { track: id } = parseParams(request, TrackParams);
    const track = guide.content.tracks.find((one) => one.id === id);
    if (!track) {
      const renamed = guide.content.tracks.find(({ formerly }) => formerly.includes(id));
      if (!renamed) throw new NotFoundError(`no track ${id}`);
      return response.redirect(301, context.site.path(`/guides/${guide.guide}/tracks/${renamed.id}`));
    }
    await sendPage(context, request, response, {
      version: guide.version,
      async render() {
        const matches = await listMatches(context, guide.guide);
        const match = matches.find((one) => one.track === id);
        return await context.views.render('tracks/show', trackPage(context.site, guide, track, match));
      },
    });
  });
}

export function showSources(context: Context) {
  return withGuide(context, async (request, response, guide) => {
    await sendPage(context, request, response, {
      version: guide.version,
      render: () => context.views.render('sources/show', sourcesPage(context.site, guide)),
    });
  });
}

export function showPlaylist(context: Context) {
  return withGuide(context, async (request, response, guide) => {
    const { order, notice } = parseQuery(request, PlaylistQuery);
    await sendPage(context, request, response, {
      key: `${order} ${notice ?? ''}`,
      version: guide.version,
      async render() {
        const matches = await listMatches(context, guide.guide);
        const page = playlistPage(context.site, guide, matches, order, notice);
        return await context.views.render('playlists/show', page);
      },
    });
  });
}

/** The matches of the site's service; none where no service is configured. */
export async function listMatches(context: Context, guide: string): Promise<Match[]> {
  return context.site.service ? await context.matches.listMatches(guide, context.site.service) : [];
}
