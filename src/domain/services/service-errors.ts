import type { ServiceName } from './service.ts';

/** Why a service said no: the visitor is not on the app's list, its owner has no Premium, a scope is missing, or no reason known. */
export type RefusalReason = 'not-registered' | 'owner-without-premium' | 'missing-scope' | 'forbidden';

/** The service answered, and will not do it (HTTP 403). */
export class ServiceRefusedError extends Error {
  override name = 'ServiceRefusedError';
  readonly service: ServiceName;
  readonly reason: RefusalReason;
  constructor(service: ServiceName, reason: RefusalReason, options?: ErrorOptions) {
    super(`${service} refused the request: ${reason}`, options);
    this.service = service;
    this.reason = reason;
  }
}

/** The service asks us to wait: too many requests, or the quota is used up. */
export class ServiceBusyError extends Error {
  override name = 'ServiceBusyError';
  readonly service: ServiceName;
  readonly retryAfterSeconds: number;
  readonly isQuota: boolean;
  constructor(service: ServiceName, retryAfterSeconds: number, isQuota: boolean, options?: ErrorOptions) {
    super(`${service} asks us to wait ${retryAfterSeconds} s${isQuota ? ' (quota used up)' : ''}`, options);
    this.service = service;
    this.retryAfterSeconds = retryAfterSeconds;
    this.isQuota = isQuota;
  }
}

/** The connection no longer works; only a new consent helps. */
export class ConnectionExpiredError extends Error {
  override name = 'ConnectionExpiredError';
  readonly service: ServiceName;
  constructor(service: ServiceName, options?: ErrorOptions) {
    super(`the connection to ${service} has expired`, options);
    this.service = service;
  }
}

/** The service could not be reached, or answered with something that makes no sense. */
export class ServiceUnavailableError extends Error {
  override name = 'ServiceUnavailableError';
  readonly service: ServiceName;
  constructor(service: ServiceName, what: string, options?: ErrorOptions) {
    super(`${service} ${what}`, options);
    this.service = service;
  }
}

export type ServiceError =
  | ServiceRefusedError
  | ServiceBusyError
  | ConnectionExpiredError
  | ServiceUnavailableError;

const KINDS = [ServiceRefusedError, ServiceBusyError, ConnectionExpiredError, ServiceUnavailableError];

/** Whether it is the service's failure, as opposed to our own. */
export function isServiceError(error: unknown): error is ServiceError {
  return KINDS.some((kind) => error instanceof kind);
}

/** Whether nothing will work through this connection before the visitor has consented anew. */
export function asksForConsent(error: unknown): boolean {
  if (error instanceof ServiceRefusedError) return error.reason === 'missing-scope';
  return error instanceof ConnectionExpiredError;
}
