import { z } from 'zod';

/** What a page may be asked to tell a visitor who was sent back to it. */
const NOTICES = {
  'consent-refused': 'You did not give consent, so nothing was saved. Every other way below stays open.',
  'consent-expired':
    'The visit to the consent page took too long or was broken off. Press again to try once more.',
  'not-registered':
    'The service refused: this site may serve only a handful of people registered by its operator, and your account is not one of them. The other ways below need no account with us.',
  'owner-without-premium':
    'The service refused every visitor of this site, because its operator’s own subscription has lapsed. The other ways below work.',
  'missing-scope':
    'The service did not grant what saving a playlist needs. Press again and allow both points.',
  forbidden: 'The service refused without saying why. The other ways below work.',
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
