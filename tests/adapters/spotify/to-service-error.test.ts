import { describe, expect, it } from 'vitest';
import { AnswerError, NoAnswerError } from '../../../src/adapters/spotify/answer-error.ts';
import { toServiceError } from '../../../src/adapters/spotify/to-service-error.ts';
import { isServiceError } from '../../../src/domain/services/service-errors.ts';
import { readSaved } from './spotify-server.ts';

const api = (status: number, message: string) => JSON.stringify({ error: { status, message } });
const convert = (status: number, text: string, retryAfter?: string) =>
  toServiceError('spotify', new AnswerError(status, text, retryAfter));

describe('a refusal', () => {
  it.each([
    ['Check settings on developer.spotify.com/dashboard, the user may not be registered.', 'not-registered'],
    [
      'The user is not registered for this application. Please check your settings on the dashboard',
      'not-registered',
    ],
    ['User not registered in the Developer Dashboard', 'not-registered'],
    ['Active premium subscription required for the owner of the app.', 'owner-without-premium'],
    [api(403, 'Insufficient client scope'), 'missing-scope'],
    [api(403, 'Forbidden'), 'forbidden'],
    ['<html><body>403</body></html>', 'forbidden'],
    ['', 'forbidden'],
  ])('%j means %s', (text, reason) => {
    expect(convert(403, text)).toMatchObject({ name: 'ServiceRefusedError', service: 'spotify', reason });
  });
});

describe('a request to wait', () => {
  it.each([
    ['with a time', api(429, 'API rate limit exceeded'), '7', 7, false],
    ['in plain text, without a time', 'Too many requests', undefined, 30, false],
    ['with a time that is none', 'Too many requests', 'soon', 30, false],
    ['with no time to wait at all', 'Too many requests', '0', 1, false],
    ['with an endless time', 'Too many requests', '9'.repeat(40), 30, false],
    ['for the quota', readSaved('error-quota'), '48925', 48_925, true],
    ['for the quota, without a time', readSaved('error-quota'), undefined, 3600, true],
  ])('%s is understood', (_what, text, header, retryAfterSeconds, isQuota) => {
    expect(convert(429, text, header)).toMatchObject({
      name: 'ServiceBusyError',
      retryAfterSeconds,
      isQuota,
    });
  });
});

describe('a failure', () => {
  it.each([
    ['an invalid grant', 400, readSaved('error-invalid-grant'), 'ConnectionExpiredError', 'has expired'],
    ['a 401', 401, readSaved('error-expired-token'), 'ConnectionExpiredError', 'has expired'],
    ['a wrong secret', 400, '{"error":"invalid_client"}', 'ServiceUnavailableError', 'client id and secret'],
    [
      'a wrong secret by 401',
      401,
      '{"error":"invalid_client"}',
      'ServiceUnavailableError',
      'client id and secret',
    ],
    ['a 400', 400, api(400, 'Invalid limit'), 'ServiceUnavailableError', 'status 400: Invalid limit'],
    ['an HTML 502', 502, '<html>Bad Gateway</html>', 'ServiceUnavailableError', /answered with status 502$/],
    ['a null body', 500, 'null', 'ServiceUnavailableError', /answered with status 500$/],
    ['a redirect', 302, '', 'ServiceUnavailableError', /answered with status 302$/],
    [
      'an error without a message',
      404,
      '{"error":{}}',
      'ServiceUnavailableError',
      /answered with status 404$/,
    ],
  ])('by %s says so', (_what, status, text, name, message) => {
    const error = convert(status, text);
    expect(error).toMatchObject({ name });
    expect(() => {
      throw error;
    }).toThrow(message);
    expect(isServiceError(error)).toBe(true);
  });

  it('without an answer is unavailability', () => {
    const error = toServiceError('sandbox', new NoAnswerError('could not be reached (ECONNREFUSED)'));
    expect(error).toMatchObject({
      name: 'ServiceUnavailableError',
      message: 'sandbox could not be reached (ECONNREFUSED)',
    });
  });

  it('of our own making is passed on as it is', () => {
    const bug = new TypeError('ours');
    expect(toServiceError('spotify', bug)).toBe(bug);
    expect(isServiceError(bug)).toBe(false);
  });
});
