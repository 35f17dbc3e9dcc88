import { describe, expect, it } from 'vitest';
import {
  EntryPageShape,
  TrackShape as Track,
  type TrackShape,
} from '../../../src/adapters/spotify/shapes.ts';
import { toEntryId, toRecording } from '../../../src/adapters/spotify/to-recording.ts';
import { idOf } from './open-for-test.ts';
import { readSaved } from './spotify-server.ts';

const readTrack = (name: string) => Track.parse(JSON.parse(readSaved(name)));
const track = (fields: Partial<TrackShape>): TrackShape => ({ id: 'x', name: 'X', artists: [], ...fields });

describe('a track becomes a recording', () => {
  it('with everything the service said', () => {
    expect(toRecording(readTrack('track'))).toEqual({
      id: idOf(1),
      title: 'The Empty Pool',
      artists: ['Ida Quill'],
      album: 'Neon Motel (Music from the Film)',
      releaseDate: '1996-02-13',
      durationMs: 201_040,
      isrc: 'QZRN19600001',
      isPlayable: true,
    });
  });

  it('with only what the service said', () => {
    expect(toRecording(readTrack('track-bare'))).toEqual({
      id: idOf(3),
      title: 'Neon Motel Blues',
      artists: ['Ida Quill'],
    });
  });

  it('without the zeros that stand for not known, and not playable when withheld for whatever reason', () => {
    expect(toRecording(readTrack('track-withheld'))).toEqual({
      id: idOf(4),
      title: 'Untitled',
      artists: ['Ida Quill'],
      album: 'Demos',
      isrc: 'QZRN19600004',
      isPlayable: false,
    });
  });

  it.each([
    ['not playable', { is_playable: false }, false],
    ['playable', { is_playable: true }, true],
    ['silent about it', {}, undefined],
    ['null', { is_playable: null }, undefined],
    ['restricted without more', { restrictions: {} }, false],
  ])('that is %s', (_what, fields, expected) => {
    expect(toRecording(track(fields)).isPlayable).toBe(expected);
  });
});

describe('an entry of a playlist', () => {
  it('counts when it is a track, under either name, and as the one asked for when a twin stands in', () => {
    const ids = ['items-first', 'items-last'].flatMap((name) =>
      EntryPageShape.parse(JSON.parse(readSaved(name))).items.map(toEntryId),
    );
    const none = undefined;
    expect(ids).toEqual([idOf(1), none, none, none, none, idOf(5), idOf(2), idOf(3), none]);
  });

  it.each([
    ['an episode without an address', { item: { id: 'x', type: 'episode' } }, undefined],
    ['a track without an address', { item: { id: 'x', type: 'track' } }, 'x'],
    ['an item said to be local', { item: { id: 'x', is_local: true } }, undefined],
    ['both names', { item: { id: 'new' }, track: { id: 'old' } }, 'new'],
    ['an empty item beside an older one', { item: null, track: { id: 'old' } }, 'old'],
    ['a track without an id', { item: { uri: 'spotify:track:' } }, undefined],
  ])('is read right for %s', (_what, entry, expected) => {
    expect(toEntryId(entry)).toBe(expected);
  });
});
