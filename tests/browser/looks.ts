import axe, { type AxeResults } from 'axe-core';
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PAGE_KINDS, type PageKind } from '../support/page-kinds.ts';
import { Visitor } from '../support/visitor.ts';
import type { World } from './world.ts';

/** By light everything is checked; in the dark what depends on colours. */
const CHECKS = {
  light: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  dark: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
};
const NARROWEST = { width: 320, height: 256 };
const USUAL = { width: 1280, height: 800 };

/** Every kind of page, looked at by light and in the dark, and on the narrowest screen. */
export function describeLooks(world: () => World): void {
  describe('can be read by everybody, by light and in the dark, on the narrowest screen', () => {
    let page: Page;
    let visitor: Visitor;
    beforeAll(async () => {
      page = await world().browser.newPage({ reducedMotion: 'reduce' });
      await page.route('**/exports/*', holdStill);
      visitor = new Visitor(world().site);
    });
    afterAll(() => page.context().close());

    test.each(PAGE_KINDS.map((kind) => [kind.name, kind] as [string, PageKind]))(
      '%s',
      async (_name, kind) => {
        const { url } = await kind.open(visitor);
        const cookies = [...visitor.cookies].map(([name, value]) => ({ name, value, url: url.origin }));
        await page.context().addCookies(cookies);
        await page.setViewportSize(USUAL);
        await page.goto(url.href);
        expect(await page.content()).toMatch(kind.sign);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          expect(await findViolations(page, colorScheme), colorScheme).toEqual([]);
        }
        await page.setViewportSize(NARROWEST);
        expect(await tooWide(page)).toEqual([]);
      },
    );

    test('the look does differ between light and dark', async () => {
      await page.goto(`${world().site.url}/privacy`);
      const background = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
      await page.emulateMedia({ colorScheme: 'light' });
      const light = await background();
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await background()).not.toBe(light);
    });

    test('what is wrong would be seen', async () => {
      await page.goto('about:blank');
      await page.setViewportSize(NARROWEST);
      await page.setContent('<p style="width: 400px; color: #999; background: #aaa">Hardly to be read.</p>');
      expect((await findViolations(page, 'dark')).join('\n')).toContain('color-contrast');
      expect(await tooWide(page)).toContainEqual(expect.stringMatching(/^P /));
    });
  });
}

/** While a playlist is saved its page looks again each second, until that has ended; here it stays as it is. */
async function holdStill(route: Route): Promise<void> {
  const response = await route.fetch();
  const html = await response.text();
  await route.fulfill({ response, body: html.replace(/<meta http-equiv="refresh"[^>]*>/, '') });
}

/** Expressions are handed to the browser as text: what runs there knows nothing of this module. */
async function findViolations(page: Page, scheme: keyof typeof CHECKS): Promise<string[]> {
  await page.evaluate(axe.source);
  const options = JSON.stringify({ runOnly: CHECKS[scheme], resultTypes: ['violations'] });
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${options})`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target}: ${failureSummary}`),
  );
}

/** By how much the page scrolls sideways, and the elements that make it; nothing when it does not. */
async function tooWide(page: Page): Promise<string[]> {
  return await page.evaluate<string[]>(`(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const wide = [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > root.clientWidth)
      .map((element) => element.tagName + ' ' + element.className);
    return [root.scrollWidth - root.clientWidth + ' px', ...wide];
  })()`);
}
