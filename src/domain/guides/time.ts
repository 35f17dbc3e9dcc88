import { z } from 'zod';

/** Seconds from a time written as `1:02:03`, `62:03`, `3723` or `1h2m3s`; undefined when it is none of these. */
function parseTime(written: string | number): number | undefined {
  if (typeof written === 'number') return Number.isFinite(written) && written >= 0 ? written : undefined;
  const text = written.trim();
  return parseColons(text) ?? parseLetters(text);
}

/** A time in seconds as `h:mm:ss`, or `m:ss` below an hour; fractions are kept to the millisecond. */
export function formatTime(seconds: number): string {
  const ms = Math.round(seconds * 1000);
  const whole = Math.floor(ms / 1000);
  const fraction =
    ms % 1000 === 0
      ? ''
      : `.${String(ms % 1000)
          .padStart(3, '0')
          .replace(/0+$/, '')}`;
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const tail = `${String(s).padStart(2, '0')}${fraction}`;
  return h > 0 ? `${h}:${String(m).padStart(2, '0')}:${tail}` : `${m}:${tail}`;
}

/** A time in a guide: any written form in, seconds inside, `h:mm:ss` out again. */
export const Time = z.codec(z.union([z.string(), z.number()]), z.number().nonnegative(), {
  decode(written, context) {
    const seconds = parseTime(written);
    if (seconds !== undefined) return seconds;
    context.issues.push({
      code: 'custom',
      input: written,
      message: `${JSON.stringify(written)} is not a time; write 1:02:03, 62:03, 3723 or 1h2m3s`,
    });
    return z.NEVER;
  },
  encode: formatTime,
});

function parseColons(text: string): number | undefined {
  const match = /^(?:(\d+):(?=\d\d:))?(?:(\d+):)?(\d+(?:\.\d+)?)$/.exec(text);
  if (!match) return undefined;
  const [, h, m, s] = match;
  const hasHours = h !== undefined;
  const hasMinutes = m !== undefined;
  if (hasMinutes && (Number(s) >= 60 || !/^\d\d(\.|$)/.test(s ?? ''))) return undefined;
  if (hasHours && Number(m) >= 60) return undefined;
  return Number(h ?? 0) * 3600 + Number(m ?? 0) * 60 + Number(s);
}

function parseLetters(text: string): number | undefined {
  const match = /^(?:(\d+)h)?\s*(?:(\d+)m)?\s*(?:(\d+(?:\.\d+)?)s)?$/i.exec(text);
  if (!match || text === '') return undefined;
  const [, h, m, s] = match;
  return Number(h ?? 0) * 3600 + Number(m ?? 0) * 60 + Number(s ?? 0);
}
