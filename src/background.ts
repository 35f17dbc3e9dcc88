import type { Logger } from 'pino';

/** Work that goes on beside requests: repeated while the process runs, never twice at once. */
export interface BackgroundWork {
  /** Does the work now, or once more after the run that is under way. */
  wake(): void;
  /** Ends after the run that is under way. */
  stop(): Promise<void>;
}

/** Runs `work` when woken and every so many seconds; a failure is logged and the next run goes on. */
export function startBackgroundWork(
  name: string,
  seconds: number,
  work: () => Promise<void>,
  log: Logger,
): BackgroundWork {
  let running: Promise<void> | undefined;
  let isWokenAgain = false;
  let isStopped = false;
  const run = async (): Promise<void> => {
    do {
      isWokenAgain = false;
      try {
        await work();
      } catch (err) {
        log.error({ err }, `${name} failed`);
      }
    } while (isWokenAgain && !isStopped);
    running = undefined;
  };
  const wake = () => {
    if (isStopped) return;
    if (running) isWokenAgain = true;
    else running = run();
  };
  const timer = setInterval(wake, seconds * 1000);
  return {
    wake,
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
