/** A request the Web API turns down. */
export class ApiRefusalError extends Error {
  readonly status: number;
  readonly headers: Record<string, string>;

  constructor(status: number, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}

/** Someone who consented but is not on the app's list: every call is answered in plain text. */
export class NotRegisteredError extends Error {
  constructor() {
    super('Check settings on developer.spotify.com/dashboard, the user may not be registered.');
  }
}

/** A token request that is turned down; `code` is OAuth's word for it. */
export class TokenRefusalError extends Error {
  readonly code: string;

  constructor(code: string, description: string) {
    super(description);
    this.code = code;
  }
}

/** A refusal shown to the person in the browser. */
export class PageRefusalError extends Error {
  readonly status: number;
  readonly title: string;

  constructor(status: number, title: string, message: string) {
    super(message);
    this.status = status;
    this.title = title;
  }
}

/** The status and words to answer with; an error nobody foresaw is written to the console and hidden. */
export function refusalOf(error: unknown): { status: number; message: string } {
  if (error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500) {
    return { status: error.status, message: error.message };
  }
  console.error(error);
  return { status: 500, message: 'Internal server error' };
}
