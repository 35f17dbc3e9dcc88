import { z } from 'zod';
import type { ServiceName } from '../../domain/services/service.ts';
import {
  ConnectionExpiredError,
  type RefusalReason,
  ServiceBusyError,
  ServiceRefusedError,
  ServiceUnavailableError,
} from '../../domain/services/service-errors.ts';
import { AnswerError, NoAnswerError } from './answer-error.ts';

/** Seconds to wait when a 429 does not say: the window of the short limit, and an hour when the quota is used up. */
const DEFAULT_WAIT = 30;
const DEFAULT_QUOTA_WAIT = 3600;

const ErrorBody = z.union([
  z
    .looseObject({ error: z.string() })
    .transform(({ error }) => ({ code: error, message: error, reason: '' })),
  z
    .looseObject({ error: z.looseObject({ message: z.string().catch(''), reason: z.string().catch('') }) })
    .transform(({ error }) => ({ code: '', message: error.message, reason: error.reason })),
]);

/** What a failed call means to the rest of the house; anything that is not an answer's failure is passed on as it is. */
export function toServiceError(service: ServiceName, error: unknown): unknown {
  if (error instanceof NoAnswerError)
    return new ServiceUnavailableError(service, error.message, { cause: error });
  if (!(error instanceof AnswerError)) return error;
  const cause = { cause: error };
  const { code, message, reason } = readError(error.text);
  if (code === 'invalid_grant') return new ConnectionExpiredError(service, cause);
  if (code === 'invalid_client') {
    return new ServiceUnavailableError(service, 'does not accept our client id and secret', cause);
  }
  if (error.status === 401) return new ConnectionExpiredError(service, cause);
  if (error.status === 403) return new ServiceRefusedError(service, toReason(error.text), cause);
  if (error.status === 429) return toBusy(service, error, reason === 'QUOTA_EXCEEDED');
  const said = message ? `: ${message.slice(0, 200)}` : '';
  return new ServiceUnavailableError(service, `answered with status ${error.status}${said}`, cause);
}

function readError(text: string): z.output<typeof ErrorBody> {
  try {
    return ErrorBody.parse(JSON.parse(text));
  } catch {
    return { code: '', message: '', reason: '' };
  }
}

/** The texts have changed several times, hence single words. */
function toReason(text: string): RefusalReason {
  if (/registered/i.test(text)) return 'not-registered';
  if (/premium/i.test(text)) return 'owner-without-premium';
  if (/scope/i.test(text)) return 'missing-scope';
  return 'forbidden';
}

function toBusy(service: ServiceName, error: AnswerError, isQuota: boolean): ServiceBusyError {
  const seconds = /^\d{1,7}$/.test(error.retryAfter ?? '')
    ? Math.max(1, Number(error.retryAfter))
    : undefined;
  const wait = seconds ?? (isQuota ? DEFAULT_QUOTA_WAIT : DEFAULT_WAIT);
  return new ServiceBusyError(service, wait, isQuota, { cause: error });
}
