import { expect, test } from 'vitest';
import { explainFailure, explainRefusal, waitInWords } from '../../../src/domain/exports/explain-failure.ts';
import { LeaseLostError, LeaseTakenError } from '../../../src/domain/hold-lease.ts';
import {
  ConnectionExpiredError,
  ServiceBusyError,
  ServiceRefusedError,
  ServiceUnavailableError,
} from '../../../src/domain/services/service-errors.ts';

test.each([
  [
    new ServiceRefusedError('spotify', 'not-registered'),
    /^Spotify refused: this site may serve only a handful of people/,
  ],
  [new ServiceRefusedError('spotify', 'owner-without-premium'), /Premium.*not about your account/],
  [new ServiceRefusedError('spotify', 'missing-scope'), /not given leave to make and change your playlists/],
  [new ServiceRefusedError('spotify', 'forbidden'), /gave no reason/],
  [new ServiceBusyError('spotify', 30, false), /^Spotify is busy\. Please try again in a minute;/],
  [new ServiceBusyError('spotify', 46_649, true), /as often as it allows.*in about 13 hours;/],
  [new ConnectionExpiredError('spotify'), /^Your connection to Spotify has run out/],
  [new ServiceUnavailableError('spotify', 'timed out'), /^Spotify could not be reached/],
  [new LeaseTakenError('export'), /^An earlier press .* still being carried out/],
  [new LeaseLostError('export'), /^This took too long, and a later press/],
])('%s is told in words', (error, sentence) => {
  expect(explainFailure(error, 'spotify')).toMatch(sentence);
});

test('a sentence begins with a capital whatever the service is called', () => {
  expect(explainFailure(new ServiceBusyError('sandbox', 5, false), 'sandbox')).toMatch(
    /^The sandbox is busy/,
  );
});

test('a refusal can be told without a title', () => {
  expect(explainRefusal('forbidden', 'the service')).toMatch(/^The service refused the request/);
});

test.each([new Error('boom'), 'boom', undefined])('%s is no error of a service', (error) => {
  expect(explainFailure(error, 'spotify')).toBeUndefined();
});

test.each([
  [0, 'a minute'],
  [Number.NaN, 'a minute'],
  [60, 'a minute'],
  [61, '2 minutes'],
  [1200, '20 minutes'],
  [3600, 'about an hour'],
  [86_400, 'about 24 hours'],
])('%d seconds are %s', (seconds, words) => {
  expect(waitInWords(seconds)).toBe(words);
});
