import { describe, expect, test } from 'vitest';
import { asVisitor, type World } from './world.ts';

/** Somebody reads, without scripts. */
export function describeReading(world: () => World): void {
  describe('a reader', () => {
    test('goes from the front page through a guide to a track and its sources', async () => {
      await asVisitor(world(), async (page, notes, context) => {
        await page.goto('/');
        await page
          .getByRole('heading', { level: 3 })
          .getByRole('link', { name: 'Leaving Las Vegas' })
          .click();
        expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Leaving Las Vegas');
        await page.getByRole('link', { name: 'Angel Eyes', exact: true }).click();
        expect(await page.title()).toBe('Angel Eyes by Sting in Leaving Las Vegas');
        expect(await page.getByRole('heading', { name: 'What is said about it' }).isVisible()).toBe(true);
        await page.locator('.crumb').getByRole('link', { name: 'Sources' }).click();
        expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('How we know');
        expect(notes).toEqual({ errors: [], strangers: [] });
        expect(await context.cookies()).toEqual([]);
      });
    });

    test('switches between the order of the film and that of the album', async () => {
      await asVisitor(world(), async (page) => {
        const firstTrack = () => page.locator('.entries h4').first().innerText();
        await page.goto('/guides/night-bus?order=album');
        await page.getByRole('link', { name: 'Film order' }).click();
        const inFilm = await page.locator('.entries h4').nth(1).innerText();
        await page.getByRole('link', { name: 'Album order' }).click();
        expect(new URL(page.url()).search + new URL(page.url()).hash).toBe('?order=album#tracks');
        expect(await firstTrack()).toBe('Night Bus (Theme)');
        expect([inFilm, await page.locator('.entries h4').nth(1).innerText()]).toEqual([
          '=SUM(A1)',
          'Last Stop, Love',
        ]);
      });
    });

    test('opens a question, and a scene that gives the story away only when they want to', async () => {
      await asVisitor(world(), async (page) => {
        await page.goto('/guides/night-bus');
        const answer = page.getByText('though the film never shows its number');
        expect(await answer.isVisible()).toBe(false);
        await page.getByText('Which bus is it?').click();
        expect(await answer.isVisible()).toBe(true);
        const scene = page.getByText('Dawn, and an empty upper deck');
        expect(await scene.isVisible()).toBe(false);
        await page.getByText('A scene that gives the story away').first().click();
        expect(await scene.isVisible()).toBe(true);
      });
    });

    test('searches for a scene and lands at its track', async () => {
      await asVisitor(world(), async (page, notes, context) => {
        await page.goto('/');
        await page.getByRole('searchbox').fill('upper deck');
        await page.keyboard.press('Enter');
        const hit = page.locator('.hits li').filter({ hasText: 'Dawn, and an empty upper deck' });
        await hit.waitFor();
        expect(await page.getByRole('searchbox').inputValue()).toBe('upper deck');
        await hit.getByRole('link').click();
        expect(new URL(page.url()).pathname).toBe('/guides/night-bus/tracks/night-bus-theme');
        expect(notes).toEqual({ errors: [], strangers: [] });
        expect(await context.cookies()).toEqual([]);
      });
    });

    test('gets to the notes with the first key press', async () => {
      await asVisitor(world(), async (page) => {
        await page.goto('/guides/night-bus');
        await page.keyboard.press('Tab');
        expect(await page.locator(':focus').innerText()).toBe('Skip to the notes');
        await page.keyboard.press('Enter');
        expect(new URL(page.url()).hash).toBe('#main');
      });
    });

    test('downloads the playlist as a file', async () => {
      await asVisitor(world(), async (page) => {
        await page.goto('/guides/night-bus/playlist');
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('link', { name: 'XSPF playlist' }).click(),
        ]);
        expect(download.suggestedFilename()).toBe('night-bus-playlist.xspf');
        expect(await download.failure()).toBeNull();
      });
    });
  });
}
