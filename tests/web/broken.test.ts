import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '../../src/web/context.ts';
import { textOf } from '../support/read-html.ts';
import { startApp } from '../support/test-app.ts';
import { startSite, type TestSite } from '../support/test-site.ts';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/;
const PRIVATE = /\bat \S+ \(|\/src\/|node_modules|select |from "|stored data|JSON|SyntaxError|Error:/;

describe('damaged data', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startSite({ service: 'none' });
    await site.sql(
      'update revisions set content = \'{"id": "night-bus", secret\' where guide_id = (select id from guides where slug = \'night-bus\')',
    );
    await site.sql("update guides set page_version = page_version + 1 where slug = 'night-bus'");
  });
  afterAll(() => site.close());

  test.each([
    '/guides/night-bus',
    '/guides/night-bus/tracks/sum-a1',
    '/guides/night-bus/sources',
    '/guides/night-bus/playlist',
    '/guides/night-bus/playlist.json',
  ])('makes %s a page that tells a number and nothing private', async (path) => {
    const response = await site.get(path);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      500,
      'text/html; charset=utf-8',
    ]);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('etag')).toBeNull();
    expect(response.headers.get('content-disposition')).toBeNull();
    const html = await response.text();
    const [id = ''] = UUID.exec(html) ?? [];
    expect(id).not.toBe('');
    expect(html).not.toMatch(PRIVATE);
    const line = JSON.parse(await site.log.find(id));
    expect(line).toMatchObject({ level: 50, id, path, msg: 'a request failed' });
    expect(line.err.message).toContain('guide night-bus, revision 1');
    expect(line.err.stack).toContain('revision-row.ts');
  });

  test('leaves the other guide and the front page as they are', async () => {
    expect((await site.get('/guides/leaving-las-vegas')).status).toBe(200);
    expect((await site.get('/')).status).toBe(200);
    expect((await site.get('/search?q=night')).status).toBe(200);
  });

  test('is no damage any more once it is mended', async () => {
    const other = await site.text('/guides/leaving-las-vegas');
    await site.sql(
      'update revisions set content = \'{"id":"night-bus","film":{"title":"Mended","year":1999}}\' where guide_id = (select id from guides where slug = \'night-bus\')',
    );
    const response = await site.get('/guides/night-bus');
    expect(response.status).toBe(200);
    expect(textOf(await response.text())).toContain('Mended');
    expect(await site.text('/guides/leaving-las-vegas')).toBe(other);
  });
});

describe('an error that nobody foresaw', () => {
  const breakGuides = (usual: Context) => ({
    publishedGuides: {
      ...usual.publishedGuides,
      find: async () => {
        throw new TypeError('select token from "connections" at /srv/private/path.ts');
      },
    },
  });

  test('is a page with a number, and the rest is in the log', async () => {
    const app = await startApp(breakGuides);
    const response = await fetch(`${app.url}/guides/night-bus`);
    const html = await response.text();
    await app.close();
    expect(response.status).toBe(500);
    expect(html).not.toMatch(/select|connections|private|TypeError/);
    const [id = ''] = UUID.exec(html) ?? [];
    const line = await app.log.find(id);
    expect(JSON.parse(line).err).toMatchObject({ type: 'TypeError' });
    expect(line).toContain('/srv/private/path.ts');
  });

  test('shows nothing private even when the page for errors breaks as well', async () => {
    const app = await startApp((usual) => ({
      ...breakGuides(usual),
      views: {
        async render(view, page) {
          if (view === 'errors/show') throw new Error('no view at /srv/private/views');
          return await usual.views.render(view, page);
        },
      },
    }));
    const response = await fetch(`${app.url}/guides/night-bus`);
    const body = await response.text();
    await app.close();
    expect(response.status).toBe(500);
    expect(body).not.toMatch(/private|select|\.ts/);
    expect(await app.log.find('no view at')).toContain('/srv/private/views');
  });
});
