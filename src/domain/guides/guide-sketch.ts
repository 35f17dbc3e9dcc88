import { z } from 'zod';
import { Time } from './time.ts';

const name = z.string().optional().catch(undefined);

/** What is no time is NaN, which is neither before nor after any other. */
const time = Time.catch(Number.NaN);
const timeOrNone = Time.optional().catch(Number.NaN);

const list = <T extends z.ZodType>(item: T) => z.array(item).catch([]);

/** A list that others refer to: absent is empty, but of the wrong form is undefined. */
const register = <T extends z.ZodType>(item: T) => z.array(item).default([]).optional().catch(undefined);

const group = <T extends z.ZodRawShape>(shape: T) => {
  const fields = z.looseObject(shape);
  return fields.catch(() => fields.parse({}));
};

const identity = { id: name, formerly: list(name) };
const Identified = group(identity);
const Claim = group({ ...identity, source: z.unknown().optional() });

const Cue = group({
  ...identity,
  edition: z.unknown().optional(),
  times: list(group({ start: time, end: timeOrNone })),
});

const Track = group({
  ...identity,
  duration: timeOrNone,
  album: group({
    id: name,
    number: z.number().optional().catch(undefined),
    disc: z.unknown().optional(),
  }).optional(),
  inFilm: z.unknown().optional(),
  cues: list(Cue),
  claims: list(Claim),
  listeningPoints: list(group({ ...identity, at: time })),
});

const Album = group({ ...identity, releases: list(Identified), facts: list(Identified) });

const Film = z
  .looseObject({
    editions: register(group({ ...identity, runningTime: timeOrNone })),
    runningTimes: list(group({ value: time })),
    facts: list(Identified),
  })
  .catch({ editions: undefined, runningTimes: [], facts: [] });

const Sketch = group({
  film: Film,
  albums: register(Album),
  tracks: list(Track),
  claims: list(Claim),
  essay: list(Identified),
  questions: list(Identified),
  unknowns: list(Identified),
  sources: register(Identified),
});

/** As much of a guide as its checks look at, with whatever has the wrong form left out. Every guide is one. */
export type GuideSketch = z.output<typeof Sketch>;

/** What can be made out in data that is no guide, so that all that is wrong with it can be told at once. */
export function sketchGuide(data: unknown): GuideSketch {
  return Sketch.parse(data);
}
