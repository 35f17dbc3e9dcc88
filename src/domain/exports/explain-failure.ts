import { capitalise } from '../capitalise.ts';
import { LeaseLostError, LeaseTakenError } from '../hold-lease.ts';
import { SERVICE_TITLES, type ServiceName } from '../services/service.ts';
import {
  ConnectionExpiredError,
  type RefusalReason,
  ServiceBusyError,
  ServiceRefusedError,
  ServiceUnavailableError,
} from '../services/service-errors.ts';

/** What stopped an export as a sentence for the visitor; undefined when it was a fault of ours. */
export function explainFailure(error: unknown, service: ServiceName): string | undefined {
  const title = SERVICE_TITLES[service];
  if (error instanceof ServiceRefusedError) return explainRefusal(error.reason, title);
  if (error instanceof ServiceBusyError) return capitalise(explainWait(error, title));
  if (error instanceof ConnectionExpiredError) {
    return `Your connection to ${title} has run out. Connect again, and the playlist is saved.`;
  }
  if (error instanceof ServiceUnavailableError) {
    return capitalise(
      `${title} could not be reached or gave no clear answer. Please try again in a few minutes.`,
    );
  }
  if (error instanceof LeaseTakenError) {
    return 'An earlier press for this playlist is still being carried out. Please try again in a few minutes.';
  }
  if (error instanceof LeaseLostError) {
    return 'This took too long, and a later press has taken over. Please try again in a few minutes.';
  }
  return undefined;
}

/** Why a service said no, for a visitor; it may be called by its title or just “the service”. */
export function explainRefusal(reason: RefusalReason, title: string): string {
  return capitalise(REFUSALS[reason](title));
}

const OTHER_WAYS = 'The other ways to take the music along are open to you.';

const REFUSALS: Record<RefusalReason, (title: string) => string> = {
  'not-registered': (title) =>
    `${title} refused: this site may serve only a handful of people registered by its operator, and your account is not one of them. ${OTHER_WAYS}`,
  'owner-without-premium': (title) =>
    `${title} serves this site only while its operator has a Premium account, and at the moment it sees none. This is not about your account. ${OTHER_WAYS}`,
  'missing-scope': (title) =>
    `${title} was not given leave to make and change your playlists. Connect again and agree to what is asked there.`,
  forbidden: (title) => `${title} refused the request and gave no reason. ${OTHER_WAYS}`,
};

function explainWait({ retryAfterSeconds, isQuota }: ServiceBusyError, title: string): string {
  const why = isQuota ? 'has served this site as often as it allows for now' : 'is busy';
  return `${title} ${why}. Please try again in ${waitInWords(retryAfterSeconds)}; what was done so far is kept.`;
}

/** `a minute`, `20 minutes`, `about 13 hours`. */
export function waitInWords(seconds: number): string {
  if (!(seconds > 60)) return 'a minute';
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return `${minutes} minutes`;
  const hours = Math.round(seconds / 3600);
  return hours < 2 ? 'about an hour' : `about ${hours} hours`;
}
