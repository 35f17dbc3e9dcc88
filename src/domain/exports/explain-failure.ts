import { SERVICE_TITLES, type ServiceName } from '../services/service.ts';
import {
  ConnectionExpiredError,
  type RefusalReason,
  ServiceBusyError,
  ServiceRefusedError,
  ServiceUnavailableError,
} from '../services/service-errors.ts';

/** A service's error as a sentence for the visitor; undefined when it is no such error, but a fault of ours. */
export function explainFailure(error: unknown, service: ServiceName): string | undefined {
  const title = SERVICE_TITLES[service];
  if (error instanceof ServiceRefusedError) return capitalise(REFUSALS[error.reason](title));
  if (error instanceof ServiceBusyError) return capitalise(explainWait(error, title));
  if (error instanceof ConnectionExpiredError) {
    return `Your connection to ${title} has run out. Connect again, then press once more.`;
  }
  if (error instanceof ServiceUnavailableError) {
    return capitalise(
      `${title} could not be reached or gave no clear answer. Please try again in a few minutes.`,
    );
  }
  return undefined;
}

const REFUSALS: Record<RefusalReason, (title: string) => string> = {
  'not-registered': (title) =>
    `${title} lets this site serve only a few accounts that its operator has named, and yours is not among them. The other ways to take the music along are open to you.`,
  'owner-without-premium': (title) =>
    `${title} serves this site only while its operator has a Premium account, and at the moment it sees none. This is not about your account.`,
  'missing-scope': (title) =>
    `${title} was not given leave to change your playlists. Connect again and agree to every point on the consent page.`,
  forbidden: (title) =>
    `${title} refused the request and gave no reason. The other ways to take the music along are open to you.`,
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

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
