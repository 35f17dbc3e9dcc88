import { describe, expect, test, vi } from 'vitest';
import { PageCache } from '../../src/web/page-cache.ts';

describe('the page cache', () => {
  test('renders a page once for a version, and again for the next', async () => {
    const cache = new PageCache(10_000);
    const render = vi.fn(async () => 'page');
    await cache.find('a', '1', render);
    await cache.find('a', '1', render);
    expect(render).toHaveBeenCalledTimes(1);
    await cache.find('a', '2', render);
    expect(render).toHaveBeenCalledTimes(2);
  });

  test('renders once for all who ask at the same time', async () => {
    const cache = new PageCache(10_000);
    const render = vi.fn(async () => 'page');
    await Promise.all([cache.find('a', '1', render), cache.find('a', '1', render)]);
    expect(render).toHaveBeenCalledTimes(1);
  });

  test('lets go of what was used longest ago when the pages grow beyond its bound', async () => {
    const cache = new PageCache(10_000);
    const render = vi.fn(async () => 'x'.repeat(3_000));
    await cache.find('a', '1', render);
    await cache.find('b', '1', render);
    await cache.find('b', '1', render);
    expect(render).toHaveBeenCalledTimes(2);
    await cache.find('a', '1', render);
    expect(render).toHaveBeenCalledTimes(3);
  });

  test('does not keep a page that could not be rendered', async () => {
    const cache = new PageCache(10_000);
    await expect(cache.find('a', '1', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    const page = await cache.find('a', '1', async () => 'page');
    expect(String((await page.encode('identity')).bytes)).toBe('page');
  });

  test('gives each form of a page its own tag, the same for the same bytes', async () => {
    const cache = new PageCache(10_000);
    const first = await cache.find('a', '1', async () => 'page');
    const again = await cache.find('b', '1', async () => 'page');
    const tag = async (page: typeof first, form: 'br' | 'gzip' | 'identity') =>
      (await page.encode(form)).etag;
    expect(
      new Set([await tag(first, 'br'), await tag(first, 'gzip'), await tag(first, 'identity')]).size,
    ).toBe(3);
    expect(await tag(first, 'br')).toBe(await tag(again, 'br'));
  });
});
