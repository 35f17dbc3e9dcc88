import { Writable } from 'node:stream';

/** Far longer than any line takes; without it a line that never comes would be a test that never ends. */
const PATIENCE_MS = 20_000;

/** Keeps what a program says, line by line, and tells when a line has come. */
export interface LogSink {
  stream: Writable;
  lines: string[];
  /** The first line that holds the text, now or as soon as it comes; rejected with what was said when it does not. */
  find(text: string): Promise<string>;
}

export function openLogSink(): LogSink {
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  let started = '';
  const stream = new Writable({
    decodeStrings: false,
    write(chunk, _encoding, done) {
      const pieces = (started + chunk).split('\n');
      started = pieces.pop() ?? '';
      lines.push(...pieces.filter(Boolean));
      for (const look of waiting) look();
      done();
    },
  });
  return {
    stream,
    lines,
    find: (text) =>
      new Promise((resolve, reject) => {
        const givenUp = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`nothing with “${text}” was said, but:\n${lines.join('\n')}`));
        }, PATIENCE_MS).unref();
        const look = () => {
          const line = lines.find((one) => one.includes(text));
          if (line === undefined) return;
          waiting.delete(look);
          clearTimeout(givenUp);
          resolve(line);
        };
        waiting.add(look);
        look();
      }),
  };
}
