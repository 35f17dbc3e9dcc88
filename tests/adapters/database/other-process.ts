import { once } from 'node:events';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { openDatabase } from '../../../src/adapters/database/database.ts';
import type { RevisionDraft } from '../../../src/domain/guides/guide-store.ts';
import { plainSealer, type TestDatabase } from '../../support/databases.ts';

/** Opens the database in a thread of its own, where it is held as by another process. */
export function startOtherProcess(options: TestDatabase['options']) {
  const worker = new Worker(new URL(import.meta.url), { workerData: options });
  const answer = async () => (await once(worker, 'message'))[0] as string;
  const isOpen = answer();
  return {
    /** `ready`, or why not. */
    isOpen,
    /** `published`, or the name of the error. */
    async publish(draft: RevisionDraft): Promise<string> {
      const answered = answer();
      worker.postMessage(draft);
      return await answered;
    },
    stop: () => worker.terminate(),
  };
}

async function serve(port: NonNullable<typeof parentPort>): Promise<void> {
  const database = await openDatabase(workerData, plainSealer());
  port.on('message', async (draft: RevisionDraft) => {
    const published = database.guides.publishRevision(draft);
    port.postMessage(await published.then(() => 'published').catch((error) => error.name));
  });
  port.postMessage((await database.isReady()) ? 'ready' : 'not ready');
}

if (parentPort && workerData && ('file' in workerData || 'url' in workerData)) {
  const port = parentPort;
  await serve(port).catch((error) => port.postMessage(String(error)));
}
