import { median } from './numbers.ts';
import { startSite } from './site.ts';
import { milliseconds, table } from './table.ts';
import { withTemporaryFolder } from './temporary-folder.ts';

const STARTS = 3;

/** How long a visitor waits for the first guide page of a site that has just been started. */
export async function start(): Promise<string[]> {
  const first: number[] = [];
  const again: number[] = [];
  for (let round = 0; round < STARTS; round += 1) {
    await withTemporaryFolder(async (folder) => {
      first.push(await timeStart(folder));
      again.push(await timeStart(folder));
    });
  }
  return [
    `Start to first guide page (median of ${STARTS})`,
    ...table([
      ['  empty data folder', milliseconds(median(first))],
      ['  later starts', milliseconds(median(again))],
    ]),
  ];
}

async function timeStart(dataDir: string): Promise<number> {
  const site = await startSite(dataDir);
  await site.stop();
  return site.firstPageMs;
}
