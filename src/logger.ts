import { type Logger, pino } from 'pino';
import pretty from 'pino-pretty';
import type { Settings } from './config.ts';

/** The log: JSON lines for machines, or plain lines for people. It never holds tokens, codes or note texts. */
export function createLogger({ logLevel, logFormat }: Pick<Settings, 'logLevel' | 'logFormat'>): Logger {
  const options = { level: logLevel, base: undefined };
  if (logFormat === 'json') return pino(options);
  const lines = pretty({
    colorize: process.stdout.isTTY,
    ignore: 'pid,hostname',
    translateTime: 'SYS:HH:MM:ss',
    sync: true,
  });
  return pino(options, lines);
}
