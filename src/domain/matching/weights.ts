import type { Version } from '../guides/guide.ts';

/** What makes a recording another one than the plain one: a guide's version words and a few that only services use. */
export type VersionWord = Version | 'sped up' | 'slowed' | 'extended' | 'reprise' | 'other';

/** How much each difference counts against a candidate: 0 is nothing, 1 is certainly another recording. */
export const WEIGHTS = {
  otherTitle: 1,
  /** One side has a bracketed part that the other leaves out. */
  subtitle: 0.1,
  otherPerformer: 1,
  /** Some of the performers agree, and the first one is not among them. */
  partlyOtherPerformer: 0.3,
  /** The first performer agrees; a guest is named on one side only. */
  otherCredit: 0.1,
  unknownPerformer: 0.3,
  /** The guide names no performer and the candidate is not on its album. */
  nobodyNamed: 0.5,
  /** As before, for dialogue: nobody records a film's dialogue again under the same title. */
  otherDialogue: 1,
  missingVersion: 0.6,
  /** Both are live, or both remixes, with different places or names. */
  otherTake: 0.4,
  /** Another live album is another evening. */
  otherLiveAlbum: 0.3,
  /** A live word on the very album the guide names. */
  forgivenVersion: 0.05,
  otherAlbum: 0.05,
  mastering: 0.02,
  edit: 0.05,
  lengthNear: 0.05,
  lengthFar: 0.3,
  lengthElsewhere: 0.4,
  /** Issued years before the recording was made. */
  tooEarly: 0.4,
} as const;

/** How much it counts that a candidate says it is such a version when the guide does not. */
export const VERSION_WEIGHTS: Record<VersionWord, number> = {
  karaoke: 1,
  cover: 1,
  'sped up': 0.8,
  slowed: 0.8,
  live: 0.6,
  acoustic: 0.6,
  instrumental: 0.6,
  demo: 0.6,
  'alternate take': 0.6,
  're-recorded': 0.6,
  remix: 0.6,
  extended: 0.6,
  reprise: 0.6,
  other: 0.6,
};

/** Up to this sum of points a candidate is taken for the recording. */
export const FITS = 0.25;
/** From this many points on, one difference alone makes it another piece or another performer. */
export const ANOTHER = 1;
/** A second recording this close to the best one makes the choice doubtful. */
export const MARGIN = 0.05;
/** Lengths this close, in ms, are the same length; beyond the next it is far, beyond the last elsewhere. */
export const SAME_LENGTH_MS = 3_000;
export const NEAR_LENGTH_MS = 10_000;
export const FAR_LENGTH_MS = 30_000;
/** Years a release date may lie before the year the guide gives. */
export const EARLY_YEARS = 2;
/** A service's placeholder for an unknown release year. */
export const UNKNOWN_YEAR = 1900;
/** How many candidates are kept beside the chosen one. */
export const MAX_ALTERNATES = 10;

/** Phrases that name a version when they stand in brackets or after a dash, in folded text. */
export const VERSION_PHRASES: Record<Exclude<VersionWord, 'other'>, readonly string[]> = {
  live: [
    'unplugged',
    'in concert',
    'recorded live',
    'ao vivo',
    'en vivo',
    'en directo',
    'dal vivo',
    'en public',
  ],
  acoustic: ['acoustic', 'acoustique', 'acustico', 'acustica', 'stripped'],
  instrumental: ['instrumental', 'no vocals', 'without vocals'],
  demo: ['demo', 'demos', 'rough mix', 'work in progress'],
  'alternate take': [
    'alternate',
    'alternative',
    'alt',
    'outtake',
    'early version',
    'rehearsal',
    'session',
    'sessions',
  ],
  're-recorded': [
    're recorded',
    'rerecorded',
    're recording',
    'rerecording',
    'new recording',
    'taylors version',
    'spotify studios',
    'spotify singles',
  ],
  remix: [
    'remix',
    'remixed',
    'rmx',
    'rework',
    'reworked',
    'mashup',
    'megamix',
    'bootleg',
    'dub',
    'vip',
    'mixed',
    'club mix',
  ],
  cover: ['cover', 'covered by', 'tribute', 'originally performed by', 'in the style of', 'made famous by'],
  karaoke: ['karaoke', 'backing track', 'sing along', 'singalong', 'minus one'],
  'sped up': ['sped up', 'speed up', 'nightcore'],
  slowed: ['slowed', 'slowed down', 'chopped and screwed', 'chopnotslop'],
  extended: ['extended', 'long version', '12 version', '12 mix', '12 inch'],
  reprise: ['reprise'],
};

/** Phrases that give a copy away wherever they stand in a title. */
export const COPY_PHRASES: Partial<Record<VersionWord, readonly string[]>> = {
  karaoke: ['karaoke version', 'karaoke instrumental', 'karaoke track'],
  cover: ['originally performed by', 'in the style of', 'made famous by', 'tribute to'],
};

/** Phrases in an artist's name that give a copy away. */
export const ARTIST_PHRASES: Partial<Record<VersionWord, readonly string[]>> = {
  karaoke: ['karaoke', 'backing tracks', 'sing along', 'singalong'],
  cover: [
    'tribute',
    'tributes',
    'cover band',
    'cover versions',
    'originally performed by',
    'in the style of',
    'made famous by',
  ],
};

/** Phrases in an album's name that speak for every recording on it. */
export const ALBUM_PHRASES: Partial<Record<VersionWord, readonly string[]>> = {
  karaoke: ['karaoke', 'backing tracks', 'sing along', 'singalong'],
  cover: ['tribute', 'cover versions', 'originally performed by', 'in the style of', 'made famous by'],
  live: ['live at', 'live in', 'live from', 'live on', 'unplugged', 'in concert', 'ao vivo', 'en vivo'],
};

/** Words after `live` that make it the verb: Live and Let Die, Live for the Moment. */
export const LIVE_VERB_BEFORE = [
  'and',
  'for',
  'ever',
  'forever',
  'it',
  'my',
  'your',
  'like',
  'to',
  'with',
  'without',
  'life',
  'or',
  'alone',
];
/** Words before `live` at the end of a phrase that make it the verb: How We Live, Long Live. */
export const LIVE_VERB_AFTER = [
  'to',
  'we',
  'i',
  'you',
  'they',
  'who',
  'long',
  'people',
  'dont',
  'not',
  'can',
  'will',
  'where',
  'how',
  'and',
];

/** A bracket or dash tail made of these words (and numbers) alone speaks of the issue, not of the recording. */
export const ISSUE_WORDS = new Set(
  `remaster remastered remastering remasterizado remasterizada remasterise remasterisee digital digitally mono
  monaural stereo hi res single album lp ep cd radio original version ver edit edited edition mix explicit clean
  uncensored deluxe expanded special anniversary bonus track tracks reissue reissued release official audio film
  movie main full complete the us uk u s k th st nd rd 24 bit 5 1 surround soundtrack motion picture recording`
    .split(/\s+/)
    .filter(Boolean),
);
/** At least one of these has to be among them. */
export const ISSUE_SIGNS = new Set(
  `remaster remastered remastering remasterizado remasterizada remasterise remasterisee mono monaural stereo
  single album lp ep radio original version ver edit edited mix explicit clean uncensored deluxe expanded bonus
  reissue reissued soundtrack audio`
    .split(/\s+/)
    .filter(Boolean),
);
/** These among them say that it was shortened or changed a little. */
export const EDIT_WORDS = new Set(['edit', 'edited', 'radio', 'single', '7', 'clean']);

/** A bracketed part holding one of these words, or a number, is never left out when titles are compared. */
export const TELLING_WORDS = new Set(
  'part pt parts vol volume ii iii iv vi vii viii ix interlude intro outro suite theme medley skit finale prelude overture'.split(
    ' ',
  ),
);

/** After `with` in brackets these words go on with the title rather than name a guest. */
export const WITH_WORDS = new Set([
  'you',
  'me',
  'us',
  'him',
  'her',
  'them',
  'my',
  'your',
  'our',
  'his',
  'a',
  'an',
  'the',
  'love',
  'no',
]);

/** Players behind a leader; they may be named or not. */
export const ENSEMBLE_WORDS =
  'orchestra band bands chorus choir ensemble trio quartet quintet sextet septet octet combo group singers friends company'.split(
    ' ',
  );
/** Names that stand for nobody in particular. */
export const NOBODY = new Set([
  'various',
  'variousartists',
  'variousartist',
  'unknown',
  'unknownartist',
  'soundtrack',
  'originalsoundtrack',
  'originalcast',
]);

/** Words of an album's name that say no more than that it is a soundtrack or a certain issue. */
export const SOUNDTRACK_PHRASES = [
  'music from and inspired by the motion picture',
  'music from the original motion picture soundtrack',
  'music from the original motion picture',
  'music from the motion picture soundtrack',
  'music from the motion picture',
  'music from the film',
  'music from the movie',
  'the original motion picture soundtrack',
  'original motion picture soundtrack',
  'original motion picture score',
  'original movie soundtrack',
  'original film soundtrack',
  'original soundtrack recording',
  'original soundtrack album',
  'the original soundtrack',
  'original soundtrack',
  'motion picture soundtrack',
  'bande originale du film',
  'banda sonora original',
  'colonna sonora originale',
  'original score',
  'soundtrack',
  'ost',
];
/** Words that show an album to be a gathering of older recordings. */
export const COMPILATION_PHRASES = [
  'best of',
  'greatest hits',
  'hits',
  'collection',
  'anthology',
  'essential',
  'ultimate',
  'classics',
  'gold',
  'very best',
  'favorites',
  'favourites',
  'compilation',
  'now thats what i call',
  'years',
  '60s',
  '70s',
  '80s',
  '90s',
  'playlist',
  'various artists',
];
