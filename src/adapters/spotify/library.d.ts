/** The inner modules of spotify-web-api-node that we use; its own typings stop at the front door. */

declare module 'spotify-web-api-node/src/http-manager.js' {
  interface Answer {
    body: unknown;
    headers: Record<string, string>;
    statusCode: number;
  }
  type Callback = (error: unknown, answer?: Answer) => void;
  interface RequestOptions {
    query?: Record<string, string | number | boolean | undefined>;
    headers?: Record<string, string>;
    /** JSON already written, or the fields of a form. */
    data?: string | Record<string, string>;
  }
  /** One of superagent's starters; calling it sends nothing yet. */
  type Starter = (uri: string) => { method: string };
  type Method = (
    request: import('spotify-web-api-node/src/webapi-request.js').Request,
    callback: Callback,
  ) => void;

  const manager: {
    get: Method;
    post: Method;
    _makeRequest(start: Starter, options: RequestOptions, uri: string, callback: Callback): void;
  };

  export type { Answer, RequestOptions };
  export default manager;
}

declare module 'spotify-web-api-node/src/webapi-request.js' {
  type Answer = import('spotify-web-api-node/src/http-manager.js').Answer;
  type Method = typeof import('spotify-web-api-node/src/http-manager.js')['default']['get'];
  interface Request {
    execute(method: Method): Promise<Answer>;
  }
  interface Builder {
    withPath(path: string): Builder;
    withQueryParameters(parameters: Record<string, string | number>): Builder;
    withBodyParameters(parameters: Record<string, unknown>): Builder;
    withHeaders(headers: Record<string, string>): Builder;
    build(): Request;
  }
  const requests: { builder(accessToken?: string): Builder };

  export type { Builder, Request };
  export default requests;
}

declare module 'spotify-web-api-node/src/authentication-request.js' {
  const requests: { builder(): import('spotify-web-api-node/src/webapi-request.js').Builder };
  export default requests;
}
