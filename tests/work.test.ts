import { setImmediate } from 'node:timers/promises';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { openDatabase } from '../src/adapters/database/database.ts';
import { ServiceBusyError } from '../src/domain/services/service-errors.ts';
import type { Streaming } from '../src/streaming.ts';
import { startWork } from '../src/work.ts';
import type { Workplace } from '../src/workplace.ts';
import { plainSealer } from './support/databases.ts';
import { openLogSink } from './support/log-sink.ts';
import { smallGuide } from './support/small-guide.ts';

test('a service that asks us to wait is left alone, and the log says once for how long', async () => {
  const database = await openDatabase({ file: ':memory:' }, plainSealer());
  await database.guides.publishRevision({ content: smallGuide(), author: 'ann', message: '' });
  let questions = 0;
  const catalog: Streaming['catalog'] = {
    service: 'sandbox',
    async searchRecordings() {
      questions += 1;
      throw new ServiceBusyError('sandbox', 13 * 3600, true);
    },
    findRecording: async () => undefined,
  };
  const log = openLogSink();
  const work = await startWork(
    { database, owner: 'one' } as Workplace,
    { catalog } as Streaming,
    [],
    pino({}, log.stream),
  );
  await log.find('goes on');
  for (const one of work) one.wake();
  await setImmediate();
  for (const one of work.toReversed()) await one.stop();
  await database.close();
  expect(questions).toBe(1);
  expect(log.lines.map((line) => JSON.parse(line).msg)).toEqual([
    'matching last-ferry goes on in about 13 hours, as the sandbox asks',
  ]);
});
