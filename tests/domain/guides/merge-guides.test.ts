import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Guide } from '../../../src/domain/guides/guide.ts';
import { hashGuide } from '../../../src/domain/guides/guide-hash.ts';
import { mergeGuides } from '../../../src/domain/guides/merge-guides.ts';
import { formatPath } from '../../../src/domain/guides/problem.ts';
import { readGuide, writeGuide } from '../../../src/domain/guides/read-guide.ts';
import { guideOf } from '../../support/small-guide.ts';

interface Draft {
  film: Record<string, unknown>;
  tracks: Record<string, unknown>[];
  sources: { id: string; title: string; kind: string }[];
  [field: string]: unknown;
}

/** The guide that all changes start from. */
function draft(): Draft {
  return {
    id: 'film',
    introduction: 'Hello.',
    film: { title: 'Film', year: 2001 },
    tracks: ['a', 'b', 'c', 'd'].map((id) => ({
      id,
      title: id.toUpperCase(),
      kind: 'song',
      performers: ['Ann'],
      cues: [{ id: `${id}-1`, scene: 'Bar' }],
    })),
    sources: [
      { id: 'poster', title: 'Poster', kind: 'picture' },
      { id: 'press', title: 'Press', kind: 'paper' },
    ],
  };
}

type Change = (guide: Draft) => void;

function changed(change: Change): Guide {
  const data = draft();
  change(data);
  return guideOf(data);
}

const BASE = changed(() => {});
const merge = (mine: Change, theirs: Change) => mergeGuides(BASE, changed(mine), changed(theirs));

const setTrack =
  (id: string, fields: Record<string, unknown>): Change =>
  (guide) =>
    Object.assign(guide.tracks.find((track) => track.id === id) ?? {}, fields);
const removeTrack =
  (id: string): Change =>
  (guide) => {
    guide.tracks = guide.tracks.filter((track) => track.id !== id);
  };
const addTrack =
  (id: string, at: number): Change =>
  (guide) =>
    guide.tracks.splice(at, 0, { id, title: id, kind: 'score' });
const orderTracks =
  (...ids: string[]): Change =>
  (guide) =>
    guide.tracks.sort((a, b) => ids.indexOf(String(a.id)) - ids.indexOf(String(b.id)));
const both =
  (...changes: Change[]): Change =>
  (guide) => {
    for (const change of changes) change(guide);
  };
const nothing: Change = () => {};

describe('two changes are both kept', () => {
  test.each<[string, Change, Change, Change]>([
    [
      'of different fields',
      setTrack('a', { title: 'X' }),
      setTrack('a', { year: 1990 }),
      setTrack('a', { title: 'X', year: 1990 }),
    ],
    [
      'of different tracks',
      setTrack('a', { title: 'X' }),
      removeTrack('b'),
      both(setTrack('a', { title: 'X' }), removeTrack('b')),
    ],
    [
      'that are the same',
      setTrack('a', { title: 'X' }),
      setTrack('a', { title: 'X' }),
      setTrack('a', { title: 'X' }),
    ],
    ['that both remove a track', removeTrack('a'), removeTrack('a'), removeTrack('a')],
    [
      'of a cue and of its track',
      setTrack('a', { cues: [{ id: 'a-1', scene: 'Car' }] }),
      setTrack('a', { notes: 'New.' }),
      setTrack('a', { cues: [{ id: 'a-1', scene: 'Car' }], notes: 'New.' }),
    ],
    [
      'that each add a cue',
      setTrack('a', { cues: [{ id: 'a-1', scene: 'Bar' }, { id: 'a-2' }] }),
      setTrack('a', { cues: [{ id: 'a-1', scene: 'Bar' }, { id: 'a-3' }] }),
      setTrack('a', { cues: [{ id: 'a-1', scene: 'Bar' }, { id: 'a-3' }, { id: 'a-2' }] }),
    ],
    [
      'that each add the first of a list',
      (guide) => {
        guide.claims = [{ id: 'x', statement: 'X', source: 'press', verdict: 'unverified' }];
      },
      (guide) => {
        guide.unknowns = [{ id: 'y', text: 'Y' }];
      },
      (guide) => {
        guide.claims = [{ id: 'x', statement: 'X', source: 'press', verdict: 'unverified' }];
        guide.unknowns = [{ id: 'y', text: 'Y' }];
      },
    ],
    [
      'when one moves tracks and the other edits one',
      orderTracks('d', 'c', 'b', 'a'),
      setTrack('b', { title: 'X' }),
      both(orderTracks('d', 'c', 'b', 'a'), setTrack('b', { title: 'X' })),
    ],
    [
      'when one moves tracks and the other adds one',
      orderTracks('d', 'c', 'b', 'a'),
      addTrack('x', 1),
      both(orderTracks('d', 'c', 'b', 'a'), addTrack('x', 4)),
    ],
    [
      'when one moves tracks and the other removes one',
      orderTracks('d', 'c', 'b', 'a'),
      removeTrack('c'),
      both(orderTracks('d', 'b', 'a'), removeTrack('c')),
    ],
    [
      'when both move tracks alike',
      orderTracks('b', 'a', 'c', 'd'),
      both(orderTracks('b', 'a', 'c', 'd'), addTrack('x', 4)),
      both(orderTracks('b', 'a', 'c', 'd'), addTrack('x', 4)),
    ],
    [
      'when both add a track at the start',
      addTrack('x', 0),
      addTrack('y', 0),
      both(addTrack('x', 0), addTrack('y', 0)),
    ],
    [
      'when both set an absent group of fields apart',
      (g) => {
        g.film.identifiers = { imdb: 'tt0113627' };
      },
      (g) => {
        g.film.identifiers = { wikidata: 'Q42' };
      },
      (g) => {
        g.film.identifiers = { imdb: 'tt0113627', wikidata: 'Q42' };
      },
    ],
  ])('%s', (_, mine, theirs, expected) => {
    const merged = merge(mine, theirs);
    expect(merged.conflicts).toEqual([]);
    expect(merged.guide).toEqual(changed(expected));
  });
});

describe('two changes clash', () => {
  test.each<[string, Change, Change, string, unknown[]]>([
    [
      'in a field',
      setTrack('a', { title: 'X' }),
      setTrack('a', { title: 'Y' }),
      'tracks.a.title',
      ['A', 'X', 'Y'],
    ],
    [
      'in a field that was absent',
      setTrack('a', { year: 1 + 1989 }),
      setTrack('a', { year: 1991 }),
      'tracks.a.year',
      [undefined, 1990, 1991],
    ],
    [
      'when one removes a field that the other changes',
      setTrack('a', { performers: [] }),
      setTrack('a', { performers: ['Bo'] }),
      'tracks.a.performers',
      [['Ann'], undefined, ['Bo']],
    ],
    [
      'in the text of the guide',
      (g) => {
        g.introduction = 'X';
      },
      (g) => {
        g.introduction = 'Y';
      },
      'introduction',
      ['Hello.', 'X', 'Y'],
    ],
    [
      'in the order of a list',
      orderTracks('b', 'a', 'c', 'd'),
      orderTracks('d', 'a', 'b', 'c'),
      'tracks.order',
      [
        ['a', 'b', 'c', 'd'],
        ['b', 'a', 'c', 'd'],
        ['d', 'a', 'b', 'c'],
      ],
    ],
  ])('%s', (_, mine, theirs, path, [base, my, their]) => {
    const { guide, conflicts } = merge(mine, theirs);
    expect(guide).toBeUndefined();
    expect(conflicts).toEqual([{ path: expect.anything(), base, mine: my, theirs: their }]);
    expect(conflicts.map((conflict) => formatPath(conflict.path))).toEqual([path]);
  });

  test('when one removes a track that the other changes', () => {
    const { conflicts } = merge(removeTrack('a'), setTrack('a', { title: 'X' }));
    expect(conflicts).toEqual([
      {
        path: ['tracks', 'a'],
        base: expect.objectContaining({ title: 'A' }),
        mine: undefined,
        theirs: expect.objectContaining({ title: 'X' }),
      },
    ]);
  });

  test('when one removes a source that the other comes to cite', () => {
    const { guide, conflicts } = merge(
      (data) => {
        data.sources = data.sources.filter(({ id }) => id !== 'press');
      },
      setTrack('a', { sources: ['press'] }),
    );
    expect(guide).toBeUndefined();
    expect(conflicts).toEqual([
      { path: ['tracks', 'a', 'sources', 0], message: 'there is no source "press" in this guide' },
    ]);
  });

  test('in several places, and all of them are told', () => {
    const { conflicts } = merge(
      both(setTrack('a', { title: 'X' }), setTrack('b', { title: 'X' })),
      both(setTrack('a', { title: 'Y' }), setTrack('b', { title: 'Y' })),
    );
    expect(conflicts.map(({ path }) => formatPath(path))).toEqual(['tracks.a.title', 'tracks.b.title']);
  });
});

describe('whatever is changed', () => {
  const text = fc.string({ minLength: 1, maxLength: 5 }).filter((value) => value.trim() !== '');
  const trackId = fc.constantFrom('a', 'b', 'c', 'd');
  const oneChange = (ids: fc.Arbitrary<string>): fc.Arbitrary<Change> =>
    fc.oneof(
      fc.record({ id: ids, title: text }).map(({ id, title }) => setTrack(id, { title })),
      fc.record({ id: ids, notes: text }).map(({ id, notes }) => setTrack(id, { notes })),
      fc
        .record({ id: ids, scene: text })
        .map(({ id, scene }) => setTrack(id, { cues: [{ id: `${id}-1`, scene }] })),
      fc
        .record({ id: ids, source: fc.constantFrom('poster', 'press') })
        .map(({ id, source }) => setTrack(id, { sources: [source] })),
      ids.map(removeTrack),
      fc.record({ id: ids, at: fc.nat(4) }).map(({ id, at }) => addTrack(`new-${id}`, at)),
    );
  const anyChange = fc.oneof(
    oneChange(trackId),
    fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 4 }).map((ids) => orderTracks(...ids)),
    fc.constantFrom('poster', 'press').map(
      (gone): Change =>
        (guide) => {
          guide.sources = guide.sources.filter(({ id }) => id !== gone);
        },
    ),
  );
  const tried = (...changes: Change[]): Guide | undefined => {
    const data = draft();
    both(...changes)(data);
    return readGuide(data).guide;
  };
  const guideAfter = (change: fc.Arbitrary<Change>) =>
    fc
      .array(change, { maxLength: 4 })
      .map((changes) => tried(...changes))
      .filter((guide) => guide !== undefined);

  test('a side that changed nothing leaves the other as it is', () => {
    fc.assert(
      fc.property(guideAfter(anyChange), (guide) => {
        expect(mergeGuides(BASE, BASE, guide).guide).toEqual(guide);
        expect(mergeGuides(BASE, guide, BASE).guide).toEqual(guide);
        expect(mergeGuides(BASE, guide, guide).guide).toEqual(guide);
      }),
    );
  });

  test('changes to different tracks always merge, and both are there', () => {
    const [left, right] = [fc.constantFrom('a', 'c'), fc.constantFrom('b', 'd')];
    fc.assert(
      fc.property(guideAfter(oneChange(left)), guideAfter(oneChange(right)), (mine, theirs) => {
        const { guide } = mergeGuides(BASE, mine, theirs);
        const ofMine = /^(new-)?[ac]$/;
        const expected = [
          ...mine.tracks.filter(({ id }) => ofMine.test(id)),
          ...theirs.tracks.filter(({ id }) => !ofMine.test(id)),
        ];
        const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
        expect(guide?.tracks.toSorted(byId)).toEqual(expected.toSorted(byId));
      }),
    );
  });

  test('the result passes the rules of a guide or is a conflict, and the sides may be swapped', () => {
    fc.assert(
      fc.property(guideAfter(anyChange), guideAfter(anyChange), (mine, theirs) => {
        const merged = mergeGuides(BASE, mine, theirs);
        const swapped = mergeGuides(BASE, theirs, mine);
        expect(merged.conflicts.length).toBe(swapped.conflicts.length);
        expect(merged.guide === undefined).toBe(merged.conflicts.length > 0);
        if (!merged.guide) return;
        const { guide } = readGuide(writeGuide(merged.guide));
        expect(guide && hashGuide(guide)).toBe(hashGuide(merged.guide));
      }),
    );
  });
});

test('an entry removed on one side and changed on the other counts for the order whichever side is mine', () => {
  const track = (id: string) => BASE.tracks.find((one) => one.id === id) as Guide['tracks'][number];
  const changed = { ...BASE, tracks: [track('a'), track('c'), track('d'), { ...track('b'), notes: '!' }] };
  const removed = { ...BASE, tracks: [track('d'), track('c'), track('a')] };
  const paths = (mine: Guide, theirs: Guide) =>
    mergeGuides(BASE, mine, theirs).conflicts.map(({ path }) => path);
  expect(paths(changed, removed)).toEqual(paths(removed, changed));
  expect(paths(changed, removed)).toEqual([
    ['tracks', 'b'],
    ['tracks', 'order'],
  ]);
});

test('a merge does not mind which side changed nothing at all', () => {
  expect(merge(nothing, nothing).guide).toEqual(BASE);
});
