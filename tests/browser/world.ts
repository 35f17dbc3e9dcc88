import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { TestSite } from '../support/test-site.ts';

/** What the tests in the browser share. */
export interface World {
  browser: Browser;
  site: TestSite;
}

/** What a browser noticed besides the pages. */
export interface Notes {
  errors: string[];
  strangers: string[];
}

/** Does something as a new visitor; the site's pages must work for one whose browser runs no scripts. */
export async function asVisitor(
  { browser, site }: World,
  visit: (page: Page, notes: Notes, context: BrowserContext) => Promise<void>,
  options: BrowserContextOptions = { javaScriptEnabled: false },
): Promise<void> {
  const context = await browser.newContext({ baseURL: site.url, ...options });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const notes = takeNotes(page, site.origin);
  try {
    await visit(page, notes, context);
  } finally {
    await context.close();
  }
}

function takeNotes(page: Page, origin: string): Notes {
  const notes: Notes = { errors: [], strangers: [] };
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') notes.errors.push(message.text());
  });
  page.on('pageerror', (error) => notes.errors.push(error.message));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // Leaving a page ends what it was still loading.
    if (reason !== 'net::ERR_ABORTED') notes.errors.push(`${request.url()} ${reason}`);
  });
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) notes.strangers.push(request.url());
  });
  return notes;
}
