import { join } from 'node:path';
import type { Guide } from '../src/domain/guides/guide.ts';
import { hashGuide } from '../src/domain/guides/guide-hash.ts';
import { createRenderedPage } from '../src/web/page-cache.ts';
import { guidePage } from '../src/web/pages/guide-page.ts';
import type { PublishedGuide } from '../src/web/published-guides.ts';
import { createSite } from '../src/web/site.ts';
import { createViews } from '../src/web/views.ts';
import { LONG_GUIDE_TRACKS, loadGuide, loadLongGuide } from './guides.ts';
import { ROOT } from './site.ts';
import { milliseconds, table } from './table.ts';
import { timeWork } from './time-work.ts';

/** How long a guide page takes that is in no cache, and its compressed form. */
export async function render(): Promise<string[]> {
  return [
    'Rendering the guide page without a cache',
    ...table([
      ['', 'page', 'brotli'],
      ['  leaving-las-vegas', ...(await timePage(await loadGuide()))],
      [`  ${LONG_GUIDE_TRACKS} tracks`, ...(await timePage(await loadLongGuide()))],
    ]),
  ];
}

async function timePage(guide: Guide): Promise<string[]> {
  const site = createSite({
    baseUrl: 'http://127.0.0.1:3000',
    version: '0',
    service: 'sandbox',
    publicDir: join(ROOT, 'public'),
  });
  const views = createViews(join(ROOT, 'views'), { cache: true });
  const published = publish(guide);
  const draw = () => views.render('guides/show', guidePage(site, published, [], 'film'));
  const html = await draw();
  return [
    milliseconds(await timeWork(draw)),
    milliseconds(await timeWork(() => createRenderedPage(html).encode('br'))),
  ];
}

function publish(content: Guide): PublishedGuide {
  return {
    guide: content.id,
    number: 1,
    author: 'bench',
    message: 'Measure',
    createdAt: '2026-01-01T00:00:00.000Z',
    hash: hashGuide(content),
    version: 1,
    content,
  };
}
