import { expect, test } from 'vitest';
import { attributes, elements, textOf } from '../support/read-html.ts';
import { startSite } from '../support/test-site.ts';
import { Visitor } from '../support/visitor.ts';

test.each([
  ['at the root', ''],
  ['below a sub-path', '/notes'],
])('a site %s that runs the sandbox itself saves a playlist there', async (_where, basePath) => {
  const site = await startSite({ basePath, service: 'own sandbox' });
  try {
    const visitor = new Visitor(site);
    const seen = await visitor.saved();
    expect(visitor.path.find((address) => address.includes('/authorize?'))).toMatch(
      `${site.url}/sandbox/authorize?client_id=reel-notes-sandbox`,
    );
    expect(textOf(seen.html)).toContain('A new playlist was made. It holds 26 of the guide’s 28 recordings.');
    const link = attributes(seen.html, 'href').find((href) => href.includes('/playlist/')) ?? '';
    expect(link).toMatch(`${site.url}/sandbox/playlist/`);
    const [list = ''] = elements(await (await fetch(link)).text(), 'ol', 'class="tracks"');
    expect(elements(list, 'li')).toHaveLength(26);
    const track = await fetch(new URL(attributes(list, 'href')[0] ?? '', link));
    expect(track.status).toBe(200);
  } finally {
    await site.close();
  }
});

test('a page says plainly that it is a sandbox', async () => {
  const site = await startSite({ service: 'own sandbox' });
  const [guide, ladder] = [
    await site.text('/guides/leaving-las-vegas'),
    await site.text('/guides/leaving-las-vegas/playlist'),
  ];
  await site.close();
  for (const html of [guide, ladder]) expect(textOf(html)).toMatch(/stand-in .*nothing in it can be played/i);
});
