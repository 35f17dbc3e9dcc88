import { readFileSync } from 'node:fs';

const MICROSECONDS_PER_TICK = 10_000;

/** What a process has resident in memory, in megabytes; undefined where the system has no `/proc`. */
export function residentMegabytes(pid: number): number | undefined {
  const kilobytes = read(`/proc/${pid}/status`)?.match(/^VmRSS:\s+(\d+) kB$/m)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}

/** The processor time a process has used, all threads, in microseconds: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
export function processorMicroseconds(pid: number): number | undefined {
  const fields = read(`/proc/${pid}/stat`)
    ?.replace(/^.*\) /s, '')
    .split(' ');
  return fields && (Number(fields[11]) + Number(fields[12])) * MICROSECONDS_PER_TICK;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
