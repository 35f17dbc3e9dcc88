import type { IncomingHttpHeaders } from 'node:http';
import { keepAsking } from './connection.ts';
import { median, percentile } from './numbers.ts';
import { processorMicroseconds } from './usage.ts';

/** A server under load and the request it is sent. */
export interface Target {
  url: string;
  pid: number;
  headers: IncomingHttpHeaders;
  /** The only status that counts as an answer. */
  status: number;
}

export interface Sample {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** What one request costs the server's process, all its threads. */
  processorMicroseconds: number | undefined;
}

export interface Comparison {
  site: Sample;
  bare: Sample;
  /** The site's requests per second for each of the bare server's: the median of the rounds. */
  ratio: number;
}

const CONNECTIONS = 32;
const ROUNDS = 3;
const ROUND_SECONDS = 2;
const WARM_UP_SECONDS = 2;

/** Loads both servers by turns, so that whatever else the machine does falls on both. */
export async function compare(site: Target, bare: Target): Promise<Comparison> {
  for (const target of [site, bare]) await load(target, WARM_UP_SECONDS);
  const rounds: { site: Sample; bare: Sample }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push({ site: await load(site, ROUND_SECONDS), bare: await load(bare, ROUND_SECONDS) });
  }
  return {
    site: middle(rounds.map((round) => round.site)),
    bare: middle(rounds.map((round) => round.bare)),
    ratio: median(rounds.map((round) => round.site.perSecond / round.bare.perSecond)),
  };
}

async function load(target: Target, seconds: number): Promise<Sample> {
  const latencies: number[] = [];
  const usedBefore = processorMicroseconds(target.pid);
  const began = performance.now();
  const answered = (milliseconds: number) => {
    latencies.push(milliseconds);
    return performance.now() - began < seconds * 1000;
  };
  const url = new URL(target.url);
  const question = { url, request: writeRequest(url, target.headers), status: target.status };
  await Promise.all(Array.from({ length: CONNECTIONS }, () => keepAsking(question, answered)));
  const took = (performance.now() - began) / 1000;
  const usedAfter = processorMicroseconds(target.pid);
  latencies.sort((a, b) => a - b);
  const used = usedBefore === undefined || usedAfter === undefined ? undefined : usedAfter - usedBefore;
  return {
    perSecond: latencies.length / took,
    p50Ms: percentile(latencies, 50),
    p99Ms: percentile(latencies, 99),
    processorMicroseconds: used === undefined ? undefined : used / latencies.length,
  };
}

function writeRequest({ host, pathname }: URL, headers: IncomingHttpHeaders): Buffer {
  const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from([`GET ${pathname} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
}

function middle(samples: Sample[]): Sample {
  const used = samples.flatMap((sample) => sample.processorMicroseconds ?? []);
  return {
    perSecond: median(samples.map(({ perSecond }) => perSecond)),
    p50Ms: median(samples.map(({ p50Ms }) => p50Ms)),
    p99Ms: median(samples.map(({ p99Ms }) => p99Ms)),
    processorMicroseconds: used.length > 0 ? median(used) : undefined,
  };
}
