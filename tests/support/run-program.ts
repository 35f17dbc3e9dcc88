import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { openLogSink } from './log-sink.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Spares each process the work of reading our TypeScript anew. */
const COMPILED = join(tmpdir(), 'reel-notes-compiled');
/** What a test that failed leaves behind does not run for longer. */
const LONGEST_MS = 60_000;

/** A program of ours in a process of its own. */
export interface Program {
  child: ChildProcess;
  /** What it has said so far, line by line. */
  stdout: string[];
  stderr: string[];
  /** The first line on stdout that holds the text, now or as soon as it comes. */
  says(text: string): Promise<string>;
  /** The exit code, once it has ended and everything it said has arrived. */
  ended: Promise<number | null>;
}

/** Runs a file of `src` with nothing but these settings. */
export function runProgram(file: string, env: Record<string, string>, args: string[] = []): Program {
  const child = spawn(process.execPath, [join(ROOT, 'src', file), ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: COMPILED, LOG_FORMAT: 'json', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LONGEST_MS,
    killSignal: 'SIGKILL',
  });
  const [out, err] = [openLogSink(), openLogSink()];
  child.stdout.pipe(out.stream);
  child.stderr.pipe(err.stream);
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const says = (text: string) => Promise.race([out.find(text), ended.then(() => refuse(text, err.lines))]);
  return { child, stdout: out.lines, stderr: err.lines, says, ended };
}

function refuse(text: string, stderr: string[]): never {
  throw new Error(`it ended without saying “${text}”:\n${stderr.join('\n')}`);
}

/** A folder with a data folder's name and a tracks folder of these guide files. */
export interface Place {
  folder: string;
  tracks: string;
  data: string;
  env: Record<string, string>;
  remove(): Promise<void>;
}

export async function makePlace(guides: string[] = []): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'reel-notes-place-'));
  const [tracks, data] = [join(folder, 'tracks'), join(folder, 'data')];
  await mkdir(tracks);
  for (const file of guides) await cp(file, join(tracks, basename(file)));
  return {
    folder,
    tracks,
    data,
    env: { TRACKS_DIR: tracks, DATA_DIR: data },
    remove: () => rm(folder, { recursive: true }),
  };
}
