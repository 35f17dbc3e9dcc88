import { type Export, hasEnded, isBrokenOff } from '../../domain/exports/export.ts';
import type { Guide } from '../../domain/guides/guide.ts';
import type { Connection } from '../../domain/services/connection.ts';
import { SERVICE_TITLES } from '../../domain/services/service.ts';
import type { Site } from '../site.ts';
import { connectionView } from './connection-page.ts';
import { guideHead } from './guide-page.ts';
import { leftOutLink } from './save-offer.ts';
import { count } from './words.ts';

const SECONDS_BETWEEN_LOOKS = 1;
const BROKEN_OFF = 'This was broken off before it was done. Try again: what was saved so far is kept.';

/** The progress of an export while it runs, and then its result. */
export function exportPage(
  site: Site,
  made: Export,
  guide: Guide,
  connection: Connection | undefined,
  now: Date,
) {
  const { state, failure } = shownAs(made, now);
  const needsConsent = connection !== undefined && !connection.tokens;
  return {
    site,
    path: `/exports/${made.id}`,
    title: `Your playlist of ${guide.film.title}`,
    description: 'The result of saving a playlist.',
    isPrivate: true,
    refreshSeconds: hasEnded({ state }) ? undefined : SECONDS_BETWEEN_LOOKS,
    guide: guideHead(site, guide),
    state,
    serviceTitle: SERVICE_TITLES[made.service],
    isSandbox: made.service === 'sandbox',
    playlist: made.playlistUrl && { name: made.playlistName, url: made.playlistUrl },
    result: sayResult(made),
    failure,
    leftOut: made.leftOut.map((left) => leftOutLink(site, guide.id, left)),
    again: {
      action: site.path(`/guides/${guide.id}/exports`),
      order: made.order,
      words: sayAgain(state, needsConsent),
    },
    connection: connection && connectionView(site, connection),
  };
}

function shownAs(made: Export, now: Date): Pick<Export, 'state' | 'failure'> {
  return isBrokenOff(made, now) ? { state: 'failed', failure: BROKEN_OFF } : made;
}

function sayAgain(state: Export['state'], needsConsent: boolean): string {
  if (needsConsent) return 'Connect again and save';
  return state === 'done' ? 'Save again' : 'Try again';
}

function sayResult({ playlistId, isUpdate, added, carried, trackCount, leftOut }: Export): string {
  if (!playlistId) {
    const isSearched = leftOut.some(({ grade }) => grade !== 'not-searched');
    return isSearched
      ? 'None of the recordings was found there, so no playlist was made.'
      : 'The recordings have not been searched for yet, so no playlist was made. Press again in a minute.';
  }
  const holds = `It holds ${carried} of the guide’s ${count(trackCount, 'recording')}.`;
  if (!isUpdate) return `A new playlist was made. ${holds}`;
  if (added === 0) return `The playlist was already up to date; nothing was changed. ${holds}`;
  return `${count(added, 'recording')} added to the playlist made before. ${holds}`;
}
