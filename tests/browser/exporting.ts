import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { asVisitor, type World } from './world.ts';

/** Somebody takes the playlist along: real origins, real redirects, real content security policies. */
export function describeExporting(world: () => World): void {
  describe('a visitor who presses save', () => {
    test('gets the playlist, and at the next press the same one with nothing added', async () => {
      await asVisitor(world(), async (page, notes, context) => {
        await press(page);
        await page.getByRole('button', { name: 'Allow' }).click();
        await page.getByRole('heading', { name: 'Saved' }).waitFor();
        const open = page.getByRole('link', { name: 'Open it in the sandbox' });
        const playlist = await open.getAttribute('href');
        await open.click();
        expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(
          'Leaving Las Vegas (1995): music in film order',
        );
        expect(await page.locator('.tracks > li').count()).toBe(26);

        await press(page);
        await page.getByText('The playlist was already up to date; nothing was changed.').waitFor();
        expect(await open.getAttribute('href')).toBe(playlist);
        await open.click();
        expect(await page.locator('.tracks > li').count()).toBe(26);

        expect(notes.errors).toEqual([]);
        const cookies = await context.cookies();
        expect(cookies.map(({ name, httpOnly, sameSite }) => ({ name, httpOnly, sameSite }))).toEqual([
          { name: 'reel-notes', httpOnly: true, sameSite: 'Lax' },
        ]);
      });
    });

    test('and disconnects has no cookie any more', async () => {
      await asVisitor(world(), async (page, notes, context) => {
        await press(page);
        await page.getByRole('radio', { name: 'Bruno Okafor' }).check();
        await page.getByRole('button', { name: 'Allow' }).click();
        await page.getByText('Connected to the sandbox as Bruno Okafor').waitFor();
        const result = page.url();
        await page.getByRole('button', { name: 'Disconnect and forget everything' }).click();
        await page.getByRole('status').getByText('Disconnected.').waitFor();
        expect(await context.cookies()).toEqual([]);
        expect(notes.errors).toEqual([]);
        expect((await page.goto(result))?.status()).toBe(404);
      });
    });

    test.each([
      ['but does not consent', 'Cancel', undefined, 'You did not give consent, so nothing was saved.'],
      ['but is not on the list', 'Allow', /Vera Outside/, 'your account is not one of them'],
    ])(
      '%s is back on the ladder, told why, with every other way open',
      async (_who, button, user, sentence) => {
        await asVisitor(world(), async (page, notes, context) => {
          await press(page);
          if (user) await page.getByRole('radio', { name: user }).check();
          await page.getByRole('button', { name: button }).click();
          await page.getByRole('status').getByText(sentence).waitFor();
          expect(new URL(page.url()).pathname).toBe('/guides/leaving-las-vegas/playlist');
          expect(await page.getByRole('link', { name: 'XSPF playlist' }).isVisible()).toBe(true);
          expect(await page.getByRole('button', { name: 'Save 26 of 28' }).isVisible()).toBe(true);
          expect(await context.cookies()).toEqual([]);
          expect(notes.errors).toEqual([]);
        });
      },
    );
  });
}

async function press(page: Page): Promise<void> {
  await page.goto('/guides/leaving-las-vegas');
  await page.getByRole('button', { name: 'Save 26 of 28' }).click();
}
