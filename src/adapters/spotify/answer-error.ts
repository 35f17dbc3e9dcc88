/** The service answered with something other than success. `text` is the body as it came, without our secrets. */
export class AnswerError extends Error {
  override name = 'AnswerError';
  readonly status: number;
  readonly text: string;
  /** The header `Retry-After` as it came. */
  readonly retryAfter: string | undefined;
  constructor(status: number, text: string, retryAfter?: string) {
    super(`the answer was ${status}`);
    this.status = status;
    this.text = text;
    this.retryAfter = retryAfter;
  }
}

/**
 * No answer came, or not a whole one. It keeps no cause: what `fetch` throws may quote the headers it was given,
 * and they carry the token.
 */
export class NoAnswerError extends Error {
  override name = 'NoAnswerError';
}

export function hasStatus(error: unknown, status: number): error is AnswerError {
  return error instanceof AnswerError && error.status === status;
}
