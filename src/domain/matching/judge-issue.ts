import type { Recording } from '../services/recording.ts';
import { cleanTitle, isEdit } from './clean-title.ts';
import { foldText } from './fold-text.ts';
import type { Penalty } from './match.ts';
import { versionsOfAlbum } from './version-words.ts';
import type { WantedTrack } from './wanted-track.ts';
import {
  EARLY_YEARS,
  FAR_LENGTH_MS,
  NEAR_LENGTH_MS,
  SAME_LENGTH_MS,
  UNKNOWN_YEAR,
  WEIGHTS,
} from './weights.ts';

/** A remaster or an edit that the guide does not speak of. */
export function judgeIssue(wanted: string, have: string): Penalty[] {
  const asked = new Set(cleanTitle(wanted).issues.map(foldText));
  const issues = cleanTitle(have).issues.filter((issue) => !asked.has(foldText(issue)));
  return issues.map((issue) =>
    isEdit(issue)
      ? { name: 'edit', points: WEIGHTS.edit, reason: `It is marked “${issue}” and may be shorter.` }
      : {
          name: 'issue',
          points: WEIGHTS.mastering,
          reason: `It is marked “${issue}”: the same recording, issued again.`,
        },
  );
}

/** Another album than the guide names; another live album is another evening. */
export function judgeAlbum(wanted: WantedTrack, { album }: Recording, isOnAlbum: boolean): Penalty[] {
  const [first] = wanted.albums;
  if (isOnAlbum || first === undefined || album === undefined) return [];
  const areLive = [album, ...wanted.albums].filter((name) => versionsOfAlbum(name).has('live'));
  const isOtherEvening = wanted.versions.includes('live') && areLive.includes(album) && areLive.length > 1;
  return [
    {
      name: 'album',
      points: isOtherEvening ? WEIGHTS.otherLiveAlbum : WEIGHTS.otherAlbum,
      reason: `It is on “${album}”; the guide names “${first}”.`,
    },
  ];
}

/** A length that differs from the guide's. */
export function judgeLength(wanted: WantedTrack, { durationMs }: Recording): Penalty[] {
  if (wanted.durationMs === undefined || durationMs === undefined) return [];
  const gap = Math.abs(wanted.durationMs - durationMs);
  if (gap <= SAME_LENGTH_MS) return [];
  const seconds = Math.round(gap / 1000);
  return [
    {
      name: 'length',
      points: lengthPoints(gap),
      reason: `It is ${seconds} seconds ${durationMs > wanted.durationMs ? 'longer' : 'shorter'} than the guide says.`,
    },
  ];
}

function lengthPoints(gapMs: number): number {
  if (gapMs <= NEAR_LENGTH_MS) return WEIGHTS.lengthNear;
  return gapMs <= FAR_LENGTH_MS ? WEIGHTS.lengthFar : WEIGHTS.lengthElsewhere;
}

/** Issued long before the recording was made. A later date says nothing: reissues carry their own. */
export function judgeYear({ year }: WantedTrack, { releaseDate }: Recording): Penalty[] {
  const released = Number.parseInt(releaseDate ?? '', 10);
  if (year === undefined || Number.isNaN(released) || released <= UNKNOWN_YEAR) return [];
  if (released >= year - EARLY_YEARS) return [];
  const reason = `It was issued in ${released}, before the recording the guide means (${year}).`;
  return [{ name: 'year', points: WEIGHTS.tooEarly, reason }];
}
