import { z } from 'zod';
import { Time } from './time.ts';

/** Beside line breaks and tabs, which are welcome: no reader sees them, and neither XML nor a database may hold them. */
const CONTROL_CHARACTER = /(?![\n\t])\p{Cc}/u;

const plain = z
  .string()
  .trim()
  .refine((written) => !CONTROL_CHARACTER.test(written), { error: sayControlCharacter });
const text = plain.min(1, 'is empty; write something or leave it out');
const year = z.int().min(1800, 'is not a year').max(2200, 'is not a year');
const partialDate = z
  .string()
  .regex(/^\d{4}(-\d\d(-\d\d)?)?$/, 'is not a date; write 1996, 1996-02 or 1996-02-13');

/** The form of every id in a guide: it stands in addresses, so lower case, digits and hyphens. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not a slug; write lower-case letters, digits and single hyphens')
  .max(80, 'is longer than 80 characters');

/** Small Markdown: paragraphs, emphasis, links, lists and quotes; no HTML. */
const Markdown = text.max(20_000, 'is longer than 20,000 characters');

const sources = z.array(Slug).default([]);
const identity = { id: Slug, formerly: z.array(Slug).default([]) };

/** A value with the sources that give it; several of them stand side by side where sources disagree. */
const sourced = <T extends z.ZodType>(value: T) => z.strictObject({ value, note: text.optional(), sources });

/** A fact under a label of its own: budget, photography, chart places ... */
const Fact = z.strictObject({
  ...identity,
  label: text,
  values: z.array(sourced(text)).min(1, 'needs at least one value'),
  /** True when the values cannot all be right. */
  disputed: z.boolean().default(false),
  note: text.optional(),
});

/** A cut of the film at a frame rate; times mean nothing without one. */
const Edition = z.strictObject({
  ...identity,
  name: text,
  frameRate: z.number().positive().optional(),
  runningTime: Time.optional(),
  note: text.optional(),
  sources,
});

const Film = z.strictObject({
  title: text,
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'is not a language code such as en or pt-BR')
    .optional(),
  year,
  directors: z.array(text).default([]),
  cast: z.array(z.strictObject({ name: text, character: text.optional() })).default([]),
  runningTimes: z.array(sourced(Time)).default([]),
  editions: z.array(Edition).default([]),
  facts: z.array(Fact).default([]),
  identifiers: z
    .strictObject({
      imdb: z
        .string()
        .regex(/^tt\d{7,}$/, 'is not an IMDb title id such as tt0113627')
        .optional(),
      tmdb: text.optional(),
      wikidata: z
        .string()
        .regex(/^Q\d+$/, 'is not a Wikidata id such as Q42')
        .optional(),
      eidr: z
        .string()
        .regex(/^10\.5240\/[0-9A-F-]+$/, 'is not an EIDR')
        .optional(),
      tcm: text.optional(),
      movielens: text.optional(),
    })
    .prefault({}),
  sources,
});

const Player = z.strictObject({ name: text, part: text, note: text.optional(), sources });

/** One issue of an album: territory, label and number as its sources give them. */
const Release = z.strictObject({
  ...identity,
  territory: text.optional(),
  date: partialDate.optional(),
  label: text.optional(),
  catalogue: text.optional(),
  format: text.optional(),
  barcode: z
    .string()
    .regex(/^\d{8,14}$/, 'is not a barcode; quote it so that zeros are kept')
    .optional(),
  note: text.optional(),
  sources,
});

const Album = z.strictObject({
  ...identity,
  title: text,
  artist: text.optional(),
  year: year.optional(),
  musicbrainz: z.uuid('is not a MusicBrainz id').optional(),
  note: Markdown.optional(),
  players: z.array(Player).default([]),
  releases: z.array(Release).default([]),
  facts: z.array(Fact).default([]),
  sources,
});

const VERSIONS = [
  'live',
  'acoustic',
  'instrumental',
  'demo',
  'alternate take',
  're-recorded',
  'remix',
  'cover',
  'karaoke',
] as const;

/**
 * One use of a recording in the film. The five axes are those of a DDEX cue
 * (http://ddex.net/dd/LOD10Structure/dd/ddexC_Cue.html), in their own words.
 */
const Cue = z.strictObject({
  ...identity,
  scene: text.optional(),
  order: z.number().positive('must be above zero').optional(),
  edition: Slug.optional(),
  times: z.array(z.strictObject({ start: Time, end: Time.optional() })).default([]),
  use: z
    .enum([
      'AudioLogo',
      'Background',
      'Bumper',
      'EssentialPart',
      'FilmTheme',
      'IndistinguishableBackground',
      'OnScreenMusic',
      'RolledUpCue',
      'Theme',
    ])
    .optional(),
  perception: z.enum(['Background', 'Visual']).optional(),
  vocal: z.enum(['Instrumental', 'Vocal']).optional(),
  theme: z.enum(['OpeningTheme', 'TitleTheme', 'MainTheme', 'SegmentTheme', 'ClosingTheme']).optional(),
  origin: z.enum(['PreexistingMusic', 'SpeciallyCommissionedMusic', 'LibraryMusic', 'Unknown']).optional(),
  basis: z.enum(['stated', 'inferred']).default('stated'),
  basisNote: text.optional(),
  note: Markdown.optional(),
  spoiler: z.boolean().default(false),
  sources,
});

/** A moment inside the recording, in seconds from its start, and what to listen for there. */
const ListeningPoint = z.strictObject({ ...identity, at: Time, note: Markdown, sources });

/** A statement about the music: who makes it, our verdict, and the evidence for the verdict. */
const Claim = z.strictObject({
  ...identity,
  statement: text,
  source: Slug,
  verdict: z.enum(['supported', 'contradicted', 'unverified']),
  evidence: z.array(Slug).default([]),
  note: text.optional(),
});

/** A record other than the guide's albums on which the recording was issued. */
const Issue = z.strictObject({
  title: text,
  artist: text.optional(),
  year: year.optional(),
  label: text.optional(),
  catalogue: text.optional(),
  sources,
});

/** One recording of the guide: on an album, in the film, or both. */
const Track = z.strictObject({
  ...identity,
  title: text,
  language: text.optional(),
  titleVariants: z.array(text).default([]),
  kind: z.enum(['song', 'score', 'dialogue']),
  kindNote: text.optional(),
  performers: z.array(text).default([]),
  performersNote: text.optional(),
  players: z.array(Player).default([]),
  writers: z.array(z.strictObject({ name: text, part: z.enum(['music', 'words']).optional() })).default([]),
  writersNote: text.optional(),
  version: z.array(z.enum(VERSIONS)).default([]),
  year: year.optional(),
  duration: Time.optional(),
  isrc: z
    .string()
    .regex(/^[A-Z]{2}[A-Z0-9]{3}\d{7}$/, 'is not an ISRC; write twelve characters without hyphens')
    .optional(),
  musicbrainz: z.uuid('is not a MusicBrainz recording id').optional(),
  album: z
    .strictObject({ id: Slug, number: z.int().positive(), disc: z.int().positive().optional() })
    .optional(),
  issuedOn: z.array(Issue).default([]),
  inFilm: z.enum(['yes', 'no', 'unknown']).default('unknown'),
  notes: Markdown.optional(),
  cues: z.array(Cue).default([]),
  listeningPoints: z.array(ListeningPoint).default([]),
  claims: z.array(Claim).default([]),
  sources,
});

const Section = z.strictObject({ ...identity, title: text, text: Markdown, sources });
const Question = z.strictObject({ ...identity, question: text, answer: Markdown, sources });
const Unknown = z.strictObject({ ...identity, text });

const RELIABILITIES = ['very low', 'low', 'low-medium', 'medium', 'medium-high', 'high'] as const;

const Source = z.strictObject({
  ...identity,
  title: text,
  /** How it is called in a citation, where publisher and year would not tell it from others. */
  short: text.optional(),
  publisher: text.optional(),
  url: plain.pipe(z.url({ protocol: /^https?$/, error: 'is not a web address' })).optional(),
  date: partialDate.optional(),
  kind: text,
  reliability: z.enum(RELIABILITIES).optional(),
  language: text.optional(),
  note: text.optional(),
});

/** The notes on one film's music, as a file in `tracks/` or a stored revision holds them. */
export const Guide = z.strictObject({
  ...identity,
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'is not a colour such as #c8102e')
    .optional(),
  film: Film,
  introduction: Markdown.optional(),
  albums: z.array(Album).default([]),
  tracks: z.array(Track).max(1000, 'holds more than 1,000 tracks').default([]),
  claims: z.array(Claim).default([]),
  essay: z.array(Section).default([]),
  questions: z.array(Question).default([]),
  unknowns: z.array(Unknown).default([]),
  sources: z.array(Source).default([]),
});

export type Guide = z.output<typeof Guide>;
export type Film = Guide['film'];
export type Fact = z.output<typeof Fact>;
export type Album = z.output<typeof Album>;
export type Track = z.output<typeof Track>;
export type Cue = z.output<typeof Cue>;
export type ListeningPoint = z.output<typeof ListeningPoint>;
export type Claim = z.output<typeof Claim>;
export type Verdict = Claim['verdict'];
export type Source = z.output<typeof Source>;
export type Section = z.output<typeof Section>;
export type Question = z.output<typeof Question>;
export type Version = (typeof VERSIONS)[number];

function sayControlCharacter({ input }: { input: unknown }): string {
  const [found = ''] = CONTROL_CHARACTER.exec(String(input)) ?? [];
  const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return `holds the control character U+${code}, which nobody can see; remove it`;
}
