import { stringify } from 'yaml';
import { writeGuide } from '../src/domain/guides/read-guide.ts';
import { LONG_GUIDE_TRACKS, loadLongGuide, parseGuide } from './guides.ts';
import { milliseconds, table } from './table.ts';
import { timeWork } from './time-work.ts';

/** How long it takes to read and check a long guide file. */
export async function check(): Promise<string[]> {
  const text = stringify(writeGuide(await loadLongGuide()));
  const time = await timeWork(() => parseGuide(text, 'night-bus.yaml'));
  const size = `${(Buffer.byteLength(text) / 1024).toFixed(0)} KB`;
  return [
    'Checking a guide file',
    ...table([[`  ${LONG_GUIDE_TRACKS} tracks, ${size}`, milliseconds(time)]]),
  ];
}
