import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { findChromium, launchChromium } from '../support/browser.ts';
import { startSite, type TestSite } from '../support/test-site.ts';
import { describeExporting } from './exporting.ts';
import { describeLooks } from './looks.ts';
import { describeReading } from './reading.ts';

const chromium = findChromium();

/** One browser and one site for everything that is tried in a browser. */
describe.skipIf(!chromium)('in a browser', () => {
  let browser: Browser;
  let site: TestSite;
  beforeAll(async () => {
    [browser, site] = await Promise.all([launchChromium(chromium ?? ''), startSite()]);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });
  const world = () => ({ browser, site });

  describeReading(world);
  describeExporting(world);
  describeLooks(world);
});
