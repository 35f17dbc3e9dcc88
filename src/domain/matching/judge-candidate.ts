import type { Recording } from '../services/recording.ts';
import { isCompilation, isSameAlbum, isSoundtrack } from './album-name.ts';
import { cleanTitle, compareTitles } from './clean-title.ts';
import { judgeAlbum, judgeIssue, judgeLength, judgeYear } from './judge-issue.ts';
import { judgeVersion } from './judge-version.ts';
import type { Penalty } from './match.ts';
import { comparePerformers, type PerformerAgreement } from './performers.ts';
import type { WantedTrack } from './wanted-track.ts';
import { WEIGHTS } from './weights.ts';

/** A candidate with everything that speaks against it. */
export interface Judged {
  recording: Recording;
  penalties: Penalty[];
  /** Sum of the points, 1 at most. */
  total: number;
  /** On an album the guide names. */
  isOnAlbum: boolean;
  /** Where its album stands among those the guide names, the guide's own being 0; behind them all for another. */
  albumRank: number;
  hasIsrc: boolean;
  isOnCompilation: boolean;
  /** How far its length is from the guide's, in ms. */
  lengthGapMs?: number;
}

/** Compares one candidate with what the guide says. What either side does not say is no difference. */
export function judgeCandidate(wanted: WantedTrack, recording: Recording): Judged {
  const title = closestTitle(wanted, recording.title);
  const isOnAlbum = isOnWantedAlbum(wanted, recording);
  const identity = [
    ...judgeTitle(title, recording),
    ...judgePerformers({ ...wanted, title }, recording, isOnAlbum),
  ];
  const issue = judgeIssue(title, recording.title);
  const rest = [
    ...judgeVersion(wanted, title, recording, isOnAlbum),
    ...judgeAlbum(wanted, recording, isOnAlbum),
    ...judgeLength(wanted, recording),
    ...judgeYear(wanted, recording),
  ];
  const hasIsrc =
    wanted.isrc !== undefined && wanted.isrc === recording.isrc?.toUpperCase().replaceAll('-', '');
  const isAcquitted = hasIsrc && identity.every(({ points }) => points < WEIGHTS.nobodyNamed);
  const penalties = [...identity, ...issue, ...(isAcquitted ? [] : rest)];
  return {
    recording,
    penalties,
    total: Math.min(1, round(penalties.reduce((sum, { points }) => sum + points, 0))),
    isOnAlbum,
    albumRank: isOnAlbum ? rankAlbum(wanted, recording) : wanted.albums.length,
    hasIsrc: isAcquitted,
    isOnCompilation: isCompilation(recording.album ?? ''),
    ...(wanted.durationMs !== undefined &&
      recording.durationMs !== undefined && {
        lengthGapMs: Math.abs(wanted.durationMs - recording.durationMs),
      }),
  };
}

/** Points and confidences are kept to three decimals, so that sums compare as they read. */
export function round(points: number): number {
  return Math.round(points * 1000) / 1000;
}

const CLOSEST_FIRST = ['same', 'subtitle', 'different'] as const;

function closestTitle({ title, titleVariants }: WantedTrack, have: string): string {
  const titles = [title, ...titleVariants];
  const closest = CLOSEST_FIRST.flatMap((level) =>
    titles.filter((name) => compareTitles(name, have) === level),
  );
  return closest[0] ?? title;
}

function judgeTitle(wanted: string, { title }: Recording): Penalty[] {
  switch (compareTitles(wanted, title)) {
    case 'same':
      return [];
    case 'subtitle':
      return [
        {
          name: 'subtitle',
          points: WEIGHTS.subtitle,
          reason: `Its title reads “${title}”; the guide writes “${wanted}”.`,
        },
      ];
    case 'different':
      return [
        {
          name: 'title',
          points: WEIGHTS.otherTitle,
          reason: `It is called “${title}”; the guide means “${wanted}”.`,
        },
      ];
  }
}

const PERFORMER_POINTS: Record<PerformerAgreement, number> = {
  same: 0,
  credit: WEIGHTS.otherCredit,
  partly: WEIGHTS.partlyOtherPerformer,
  unknown: WEIGHTS.unknownPerformer,
  different: WEIGHTS.otherPerformer,
};

function judgePerformers(wanted: WantedTrack, recording: Recording, isOnAlbum: boolean): Penalty[] {
  if (wanted.performers.length === 0) return isOnAlbum ? [] : [nobodyNamed(wanted)];
  const agreement = performersAgree(wanted, recording);
  if (agreement === 'same') return [];
  const isForgiven = isOnAlbum && agreement !== 'different';
  const points = isForgiven
    ? Math.min(PERFORMER_POINTS[agreement], WEIGHTS.otherCredit)
    : PERFORMER_POINTS[agreement];
  const have = joinNames(recording.artists);
  const reason =
    agreement === 'credit' || agreement === 'partly'
      ? `Credited to ${have}; the guide names ${joinNames(wanted.performers)}.`
      : `Performed by ${have}; the guide means ${joinNames(wanted.performers)}.`;
  return [{ name: 'performer', points, reason }];
}

/** Guests count on both sides wherever they are written: in the title or among the artists. */
function performersAgree({ performers, title }: WantedTrack, recording: Recording): PerformerAgreement {
  const plain = comparePerformers(performers, recording.artists);
  if (plain === 'same') return plain;
  const guests = (text: string) => cleanTitle(text).guests;
  const withGuests = comparePerformers(
    [...performers, ...guests(title)],
    [...recording.artists, ...guests(recording.title)],
  );
  return withGuests === 'same' ? 'same' : plain;
}

function nobodyNamed({ kind, albums }: WantedTrack): Penalty {
  if (kind === 'dialogue' && albums.length > 0) {
    return {
      name: 'performer',
      points: WEIGHTS.otherDialogue,
      reason: 'It is not on the album, and the film’s dialogue is found nowhere else.',
    };
  }
  return {
    name: 'performer',
    points: WEIGHTS.nobodyNamed,
    reason: 'The guide names no performer, and the title alone does not tell which recording it is.',
  };
}

/** An album called like the song itself may be anybody's single; then it has to call itself a soundtrack. */
function isOnWantedAlbum(wanted: WantedTrack, { title, album }: Recording): boolean {
  if (album === undefined || !wanted.albums.some((name) => isSameAlbum(name, album))) return false;
  return wanted.performers.length > 0 || isSoundtrack(album) || compareTitles(title, album) === 'different';
}

function rankAlbum({ albums }: WantedTrack, { album = '' }: Recording): number {
  return albums.findIndex((name) => isSameAlbum(name, album));
}

function joinNames(names: string[]): string {
  const shown = names.filter((name) => name.trim() !== '');
  if (shown.length === 0) return 'nobody named';
  return shown.length < 2 ? shown.join() : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
