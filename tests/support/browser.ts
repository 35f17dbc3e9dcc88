import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const HOW =
  'install Debian’s chromium (apt-get install chromium), or set CHROMIUM to the path of a Chromium or Chrome';

/** The path of a real Chromium; undefined, after one line that says what to install, where there is none. */
export function findChromium(): string | undefined {
  const path = process.env.CHROMIUM ?? '/usr/bin/chromium';
  if (existsSync(path)) return path;
  if (process.env.CI === 'true') throw new Error(`Browser tests must run here: ${HOW}`);
  process.stderr.write(`Browser tests are skipped; ${HOW}\n`);
  return undefined;
}

export async function launchChromium(executablePath: string): Promise<Browser> {
  return await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-proxy-server'],
  });
}
