import type { Context } from './context.ts';
import { contentDisposition } from './files/content-disposition.ts';
import type { PlaylistFile } from './files/playlist-file.ts';
import { listMatches, OrderQuery } from './guides.ts';
import { parseQuery } from './parse-request.ts';
import { playlistDocument } from './playlist-document.ts';
import { sendPage } from './send-page.ts';
import { withGuide } from './with-guide.ts';

/** A guide's playlist as a file to keep. */
export function sendPlaylistFile(context: Context, file: PlaylistFile) {
  return withGuide(context, async (request, response, guide) => {
    const { order } = parseQuery(request, OrderQuery);
    await sendPage(context, request, response, {
      key: order,
      version: guide.version,
      mediaType: file.mediaType,
      headers: { 'Content-Disposition': contentDisposition(guide.guide, file.fileName) },
      async render() {
        const matches = await listMatches(context, guide.guide);
        return file.render(playlistDocument(context.site, guide, matches, order));
      },
    });
  });
}
