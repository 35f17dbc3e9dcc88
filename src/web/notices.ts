import { z } from 'zod';
import { explainRefusal } from '../domain/exports/explain-failure.ts';

const THE_SERVICE = 'the service';

/** What a page may be asked to tell a visitor who was sent back to it. */
const NOTICES = {
  'consent-refused': 'You did not give consent, so nothing was saved. Every other way below stays open.',
  'consent-expired':
    'The visit to the consent page took too long or was broken off. Press again to try once more.',
  'not-registered': explainRefusal('not-registered', THE_SERVICE),
  'owner-without-premium': explainRefusal('owner-without-premium', THE_SERVICE),
  'missing-scope': explainRefusal('missing-scope', THE_SERVICE),
  forbidden: explainRefusal('forbidden', THE_SERVICE),
  'service-busy': 'The service asks us to wait before we try again. The other ways below work now.',
  'service-unavailable': 'The service did not answer. Nothing was saved; press again in a while.',
  disconnected: 'Disconnected. The connection, its tokens and everything made through it are deleted here.',
} as const;
export type Notice = keyof typeof NOTICES;

export const NoticeQuery = z.object({
  notice: z.enum(Object.keys(NOTICES) as [Notice, ...Notice[]]).optional(),
});

export function sayNotice(notice: Notice | undefined): string | undefined {
  return notice && NOTICES[notice];
}
