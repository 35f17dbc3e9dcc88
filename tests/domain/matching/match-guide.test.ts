import { expect, test } from 'vitest';
import type { Match, MatchStore } from '../../../src/domain/matching/match.ts';
import { fingerprintOf, type MatchingCounts, matchGuide } from '../../../src/domain/matching/match-guide.ts';
import { wantedTrack } from '../../../src/domain/matching/wanted-track.ts';
import type { Catalog, CatalogQuery } from '../../../src/domain/services/catalog.ts';
import type { Recording } from '../../../src/domain/services/recording.ts';
import { ServiceBusyError } from '../../../src/domain/services/service-errors.ts';
import { guideOf } from '../../support/small-guide.ts';

const NOW = new Date('2026-05-01T12:00:00Z');
const clock = () => NOW;

function nightBus(changes: Record<string, object> = {}) {
  const tracks = [
    { id: 'rain', title: 'Rain', kind: 'song', performers: ['Ann Otter'] },
    { id: 'fog', title: 'Fog', kind: 'song', performers: ['Ann Otter'] },
    { id: 'wind', title: 'Wind', kind: 'song', performers: ['Bob'] },
  ];
  return guideOf({
    id: 'night-bus',
    film: { title: 'Night Bus', year: 1999 },
    tracks: tracks.map((track) => ({ ...track, ...changes[track.id] })),
  });
}

const RECORDINGS: Recording[] = [
  { id: 'rain-1', title: 'Rain', artists: ['Ann Otter'] },
  { id: 'fog-1', title: 'Fog - Live', artists: ['Ann Otter'] },
  { id: 'wind-1', title: 'Wind', artists: ['Somebody Else'] },
];

/** A catalog that finds by title, writes down what it is asked, and may be told to fail. */
function catalogOf(recordings: Recording[], failure?: (query: CatalogQuery) => Error | undefined) {
  const asked: CatalogQuery[] = [];
  const catalog: Catalog = {
    service: 'sandbox',
    async searchRecordings(query) {
      asked.push(query);
      const error = failure?.(query);
      if (error) throw error;
      return recordings.filter(({ title }) => title.startsWith(query.title));
    },
    async findRecording(id) {
      return recordings.find((recording) => recording.id === id);
    },
  };
  return { catalog, asked };
}

function storeOf(matches: Match[] = []) {
  const store: MatchStore = {
    async listMatches(guide, service) {
      return matches.filter((match) => match.guide === guide && match.service === service);
    },
    async saveMatch(match) {
      const at = matches.findIndex(({ track }) => track === match.track);
      matches.splice(at < 0 ? matches.length : at, at < 0 ? 0 : 1, match);
    },
    async requestMatching() {},
    async listMatchRequests() {
      return [];
    },
    async removeMatchRequest() {},
  };
  return { store, matches };
}

function settledByPerson(guide = nightBus()): Match {
  const [rain] = guide.tracks;
  if (!rain) throw new Error('the guide has no track');
  return {
    guide: 'night-bus',
    track: 'rain',
    service: 'sandbox',
    grade: 'unavailable',
    confidence: 1,
    reasons: ['It is a copy.'],
    penalties: [],
    alternates: [],
    decidedBy: 'ann@example.org',
    decidedAt: '2026-01-01T00:00:00.000Z',
    fingerprint: fingerprintOf(wantedTrack(guide, rain)),
  };
}

test('every track gets a decision that is stored', async () => {
  const { catalog } = catalogOf(RECORDINGS);
  const { store, matches } = storeOf();
  const result = await matchGuide({ guide: nightBus(), catalog, matches: store, clock });
  expect(result).toEqual({
    isComplete: true,
    tracks: 3,
    searched: 3,
    kept: 0,
    searches: 5,
    grades: { same: 1, 'other-version': 1, ambiguous: 0, unavailable: 1 },
  });
  expect(matches.map(({ track, grade, recordingId }) => [track, grade, recordingId])).toEqual([
    ['rain', 'same', 'rain-1'],
    ['fog', 'other-version', undefined],
    ['wind', 'unavailable', undefined],
  ]);
  expect(matches[0]).toMatchObject({
    decidedBy: 'matcher',
    decidedAt: NOW.toISOString(),
    service: 'sandbox',
  });
});

test('the search stops at the first question that finds the recording', async () => {
  const { catalog, asked } = catalogOf(RECORDINGS);
  await matchGuide({ guide: nightBus(), catalog, matches: storeOf().store, clock });
  expect(asked.map(({ title, isFiltered }) => `${title} ${isFiltered}`)).toEqual([
    'Rain true',
    'Fog true',
    'Fog false',
    'Wind true',
    'Wind false',
  ]);
});

test('what the guide says unchanged is not searched again', async () => {
  const { catalog, asked } = catalogOf(RECORDINGS);
  const { store } = storeOf();
  await matchGuide({ guide: nightBus(), catalog, matches: store, clock });
  asked.length = 0;
  const notes = nightBus({ rain: { notes: 'Only the notes changed.' } });
  const again = await matchGuide({ guide: notes, catalog, matches: store, clock });
  expect(again).toMatchObject({ searched: 0, kept: 3, searches: 0, grades: { same: 1 } });
  const renamed = nightBus({ rain: { performers: ['Somebody Else'] } });
  expect(await matchGuide({ guide: renamed, catalog, matches: store, clock })).toMatchObject({
    searched: 1,
    kept: 2,
  });
  expect(asked.map(({ performer }) => performer)).toEqual(['Somebody Else', 'Somebody Else']);
});

test('a run stopped by the service keeps what it has and is resumed later', async () => {
  const busy = new ServiceBusyError('sandbox', 30, false);
  const { catalog } = catalogOf(RECORDINGS, ({ title }) => (title === 'Fog' ? busy : undefined));
  const { store, matches } = storeOf();
  const stopped = await matchGuide({ guide: nightBus(), catalog, matches: store, clock });
  expect(stopped).toMatchObject({ isComplete: false, stoppedBy: busy, searched: 1, searches: 2 });
  expect(matches.map(({ track }) => track)).toEqual(['rain']);
  const later = catalogOf(RECORDINGS);
  const resumed = await matchGuide({ guide: nightBus(), catalog: later.catalog, matches: store, clock });
  expect(resumed).toMatchObject({ isComplete: true, kept: 1, searched: 2 });
  expect(later.asked.map(({ title }) => title)).not.toContain('Rain');
});

test('an error that is not the service’s is thrown', async () => {
  const { catalog } = catalogOf(RECORDINGS, () => new TypeError('a bug'));
  await expect(matchGuide({ guide: nightBus(), catalog, matches: storeOf().store, clock })).rejects.toThrow(
    'a bug',
  );
});

test('a person’s decision stands as long as its facts hold', async () => {
  const { catalog } = catalogOf(RECORDINGS);
  const { store, matches } = storeOf([settledByPerson()]);
  await matchGuide({ guide: nightBus(), catalog, matches: store, clock });
  expect(matches[0]).toEqual(settledByPerson());
  const other = nightBus({ rain: { performers: ['Ann Otter', 'Bob'] } });
  await matchGuide({ guide: other, catalog, matches: store, clock });
  expect(matches[0]).toMatchObject({ decidedBy: 'matcher', grade: 'same' });
});

test('a person’s decision made during the search stands', async () => {
  const { store, matches } = storeOf();
  const { catalog } = catalogOf(RECORDINGS, ({ title }) => {
    if (title === 'Rain') matches.push(settledByPerson());
    return undefined;
  });
  const { grades } = await matchGuide({ guide: nightBus(), catalog, matches: store, clock });
  expect(matches[0]).toEqual(settledByPerson());
  expect(grades).toEqual({ same: 0, 'other-version': 1, ambiguous: 0, unavailable: 2 });
});

test('a run tells how far it is, and can be stopped between tracks', async () => {
  const { catalog } = catalogOf(RECORDINGS);
  const controller = new AbortController();
  const seen: MatchingCounts[] = [];
  const onProgress = (counts: MatchingCounts) => {
    seen.push(counts);
    if (counts.searched === 2) controller.abort();
  };
  const { signal } = controller;
  const result = await matchGuide({
    guide: nightBus(),
    catalog,
    matches: storeOf().store,
    clock,
    onProgress,
    signal,
  });
  expect(seen.map(({ searched }) => searched)).toEqual([1, 2]);
  expect(result).toMatchObject({ isComplete: false, searched: 2 });
  expect(result.stoppedBy).toBeUndefined();
});
