import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../src/adapters/database/database.ts';
import { DamagedDataError } from '../../../src/domain/damaged-data-error.ts';
import type { Guide } from '../../../src/domain/guides/guide.ts';
import { hashGuide } from '../../../src/domain/guides/guide-hash.ts';
import { RevisionConflictError, SlugTakenError } from '../../../src/domain/guides/guide-store.ts';
import { searchKey } from '../../../src/domain/guides/search-key.ts';
import { listDatabases, plainSealer, type TestDatabase } from '../../support/databases.ts';
import { AWKWARD_TITLES, guideOf, guideWithTitles, matchOf } from '../../support/small-guide.ts';
import { startOtherProcess } from './other-process.ts';

let count = 0;

/** A guide with an id of its own, so that tests share a database and nothing else. */
function newGuide(data: Record<string, unknown> = {}): Guide {
  count += 1;
  return guideOf({ id: `film-${count}`, film: { title: `Film ${count}`, year: 2001 }, ...data });
}

function retitled(guide: Guide, title: string): Guide {
  return { ...guide, film: { ...guide.film, title } };
}

const BY = { author: 'ann', message: 'why' };

describe.each(listDatabases())('the guide store on $name', ({ create }) => {
  let place: TestDatabase;
  let database: Database;
  let other: Database;
  let now: Date;
  const clock = () => now;

  beforeAll(async () => {
    place = await create();
    database = await openDatabase(place.options, plainSealer(), clock);
    other = await openDatabase(place.options, plainSealer(), clock);
  });
  beforeEach(() => {
    now = new Date('2026-01-31T12:00:00.000Z');
  });
  afterAll(async () => {
    await database?.close();
    await other?.close();
    await place?.drop();
  });

  const publish = (content: Guide, parent?: number) =>
    database.guides.publishRevision({ content, parent, ...BY });

  test('a guide it never saw is absent under every question', async () => {
    const { guides } = database;
    expect(await guides.findSlug('nothing')).toBeUndefined();
    expect(await guides.findGuide('nothing')).toBeUndefined();
    expect(await guides.findRevision('nothing', 1)).toBeUndefined();
    expect(await guides.findPageVersion('nothing')).toBeUndefined();
    expect(await guides.listRevisions('nothing')).toEqual([]);
  });

  test('the first publication is revision 1 and reads back as it was written', async () => {
    const guide = newGuide({ introduction: 'Hello.', tracks: [{ id: 'a', title: 'A', kind: 'song' }] });
    const saved = await publish(guide);
    expect(saved).toEqual({
      guide: guide.id,
      number: 1,
      parent: undefined,
      ...BY,
      createdAt: '2026-01-31T12:00:00.000Z',
      hash: hashGuide(guide),
      content: guide,
    });
    expect(await other.guides.findGuide(guide.id)).toEqual(saved);
  });

  test('numbers are counted per guide and earlier revisions stay', async () => {
    const guide = newGuide();
    const first = await publish(guide);
    const second = await publish(retitled(guide, 'Second'), 1);
    expect([second.number, second.parent]).toEqual([2, 1]);
    expect(await database.guides.findRevision(guide.id, 1)).toEqual(first);
    expect((await database.guides.findGuide(guide.id))?.content.film.title).toBe('Second');
    const revisions = await database.guides.listRevisions(guide.id);
    expect(revisions.map(({ number, parent }) => [number, parent])).toEqual([
      [2, 1],
      [1, undefined],
    ]);
    expect(revisions[0]).not.toHaveProperty('content');
  });

  test('of revisions with the same content the newest is found by its hash', async () => {
    const guide = newGuide();
    await publish(guide);
    await publish(retitled(guide, 'Other'), 1);
    await publish(guide, 2);
    expect((await database.guides.findRevisionByHash(guide.id, hashGuide(guide)))?.number).toBe(3);
    expect(await database.guides.findRevisionByHash(guide.id, 'none')).toBeUndefined();
  });

  test.each([
    ['no parent though there is a revision', undefined, 2],
    ['an older parent', 1, 2],
    ['a parent still to come', 3, 2],
  ])('a draft with %s is refused', async (_, parent, newest) => {
    const guide = newGuide();
    await publish(guide);
    await publish(retitled(guide, 'Second'), 1);
    const refused = publish(retitled(guide, 'Late'), parent);
    await expect(refused).rejects.toBeInstanceOf(RevisionConflictError);
    await expect(refused).rejects.toMatchObject({ guide: guide.id, newest });
    expect(await database.guides.listRevisions(guide.id)).toHaveLength(2);
  });

  test('a draft whose guide is not there is refused', async () => {
    await expect(publish(newGuide(), 4)).rejects.toMatchObject({
      name: 'RevisionConflictError',
      newest: undefined,
    });
  });

  test.each([
    ['of a new guide', undefined],
    ['from the same parent', 1],
  ])('of several publications %s at once exactly one wins', async (_, parent) => {
    const guide = newGuide();
    if (parent) await publish(guide);
    const attempts = [1, 2, 3, 4, 5].map((i) => publish(retitled(guide, `Title ${i}`), parent));
    const results = await Promise.allSettled(attempts);
    const lost = results.filter((result) => result.status === 'rejected');
    expect(lost).toHaveLength(4);
    for (const { reason } of lost) expect(reason).toBeInstanceOf(RevisionConflictError);
    const revisions = await database.guides.listRevisions(guide.id);
    expect(revisions.map(({ number }) => number)).toEqual(parent ? [2, 1] : [1]);
  });

  test('of several processes that publish from the same parent exactly one wins', async () => {
    const guide = newGuide();
    await publish(guide);
    const processes = [1, 2, 3].map(() => startOtherProcess(place.options));
    await Promise.all(processes.map(({ isOpen }) => isOpen));
    const answers = await Promise.all(
      processes.map((one) => one.publish({ content: guide, parent: 1, ...BY })),
    );
    await Promise.all(processes.map(({ stop }) => stop()));
    expect(answers.sort()).toEqual(['RevisionConflictError', 'RevisionConflictError', 'published']);
    expect(await database.guides.listRevisions(guide.id)).toHaveLength(2);
  });

  test('a renamed guide keeps its history, and its old slug leads to the new one', async () => {
    const guide = newGuide();
    await publish(guide);
    const renamed = await publish({ ...guide, id: `${guide.id}-renamed`, formerly: [guide.id] }, 1);
    expect(renamed.number).toBe(2);
    expect(await database.guides.findSlug(guide.id)).toBe(renamed.guide);
    expect(await database.guides.findGuide(guide.id)).toBeUndefined();
    expect((await database.guides.listRevisions(renamed.guide)).map(({ guide }) => guide)).toEqual([
      renamed.guide,
      renamed.guide,
    ]);
    const again = await publish({ ...renamed.content, formerly: [] }, 2);
    expect(again.number).toBe(3);
    expect(await database.guides.findSlug(guide.id)).toBe(renamed.guide);
  });

  test('a guide may take its old slug back', async () => {
    const guide = newGuide();
    await publish(guide);
    await publish({ ...guide, id: `${guide.id}-b`, formerly: [guide.id] }, 1);
    await publish({ ...guide, formerly: [`${guide.id}-b`] }, 2);
    expect(await database.guides.findSlug(`${guide.id}-b`)).toBe(guide.id);
    expect((await database.guides.findGuide(guide.id))?.number).toBe(3);
  });

  test('a slug that another guide has or had is refused, and nothing is saved', async () => {
    const [one, two] = [newGuide(), newGuide()];
    await publish(one);
    await publish({ ...one, id: `${one.id}-b`, formerly: [one.id] }, 1);
    await publish(two);
    await expect(publish({ ...two, formerly: [one.id] }, 1)).rejects.toBeInstanceOf(SlugTakenError);
    await expect(publish(newGuide({ id: one.id }))).rejects.toMatchObject({
      slug: one.id,
      guide: `${one.id}-b`,
    });
    expect(await database.guides.listRevisions(two.id)).toHaveLength(1);
    expect(await database.guides.findSlug(one.id)).toBe(`${one.id}-b`);
  });

  test('lists hold what the newest revision says', async () => {
    const guide = newGuide({
      colour: '#c8102e',
      introduction: 'First.\n\nSecond.',
      tracks: [{ id: 'a', title: 'A', kind: 'song' }],
    });
    await publish(guide);
    now = new Date('2026-02-01T08:00:00.000Z');
    await publish(retitled(guide, 'A new title'), 1);
    const summaries = await database.guides.listGuides();
    expect(summaries.find(({ slug }) => slug === guide.id)).toEqual({
      slug: guide.id,
      title: 'A new title',
      year: 2001,
      directors: [],
      trackCount: 1,
      colour: '#c8102e',
      introduction: 'First.\n\nSecond.',
      revision: 2,
      publishedAt: '2026-02-01T08:00:00.000Z',
    });
  });

  test('lists are in the order of titles, whatever their accents', async () => {
    for (const title of ['zzz Ôde', 'zzz ode 2', 'zzz Öd', 'zzz ode 10'])
      await publish(retitled(newGuide(), title));
    const titles = (await database.guides.listGuides()).map(({ title }) => title);
    expect(titles.filter((title) => title.startsWith('zzz'))).toEqual([
      'zzz Öd',
      'zzz Ôde',
      'zzz ode 2',
      'zzz ode 10',
    ]);
  });

  test('page and site versions rise with a publication and a match, and with nothing else', async () => {
    const guide = newGuide();
    await publish(guide);
    const versions = async () => [
      await database.guides.findPageVersion(guide.id),
      await database.guides.findSiteVersion(),
    ];
    const seen = [await versions()];
    expect(await versions()).toEqual(seen[0]);
    await publish(retitled(guide, 'Other'), 1);
    seen.push(await versions());
    await database.matches.saveMatch(matchOf({ guide: guide.id, track: 'a', grade: 'unavailable' }));
    seen.push(await versions());
    await database.matches.requestMatching(guide.id, 'spotify');
    expect(await versions()).toEqual(seen[2]);
    expect(seen.map(([page]) => page)).toEqual([1, 2, 3]);
    expect(new Set(seen.map(([, site]) => site)).size).toBe(3);
  });

  test('a title of any characters is stored and found again', async () => {
    const guide = guideWithTitles(AWKWARD_TITLES);
    await publish(guide);
    expect(await other.guides.findGuide('awkward')).toMatchObject({ hash: hashGuide(guide) });
  });

  test.each([
    ['text that is not JSON', '{'],
    ['a guide that breaks the rules', '{"id":"x"}'],
  ])('%s in a stored revision is reported as damage to that revision', async (_, content) => {
    const guide = newGuide();
    await publish(guide);
    await place.run(
      `update revisions set content = '${content}' where guide_id in (select id from guides where slug = '${guide.id}')`,
    );
    const read = database.guides.findGuide(guide.id);
    await expect(read).rejects.toBeInstanceOf(DamagedDataError);
    await expect(read).rejects.toMatchObject({ guide: guide.id, revision: 1 });
  });

  describe('searching', () => {
    const search = async (text: string, limit = 20) => {
      const hits = await database.guides.searchEntries(searchKey(text).split(' ').filter(Boolean), limit);
      return hits.map((hit) => `${hit.kind} ${hit.guide}/${hit.track ?? ''}: ${hit.text}`);
    };

    beforeAll(async () => {
      await publish(
        guideOf({
          id: 'needle',
          film: { title: 'Der Nadelöhr', year: 1999, directors: ['Jürgen Groß'] },
          tracks: [
            {
              id: 'haystack',
              title: "Ain't No Haystack",
              titleVariants: ['Haystack'],
              kind: 'song',
              performers: ['Ólafur Þór'],
              writers: [{ name: 'Søren Åkerlund' }],
              cues: [{ id: 'c', scene: 'The barn at 100% dusk' }],
            },
            { id: 'dusk', title: 'Dusk', kind: 'score', performers: ['久石譲'] },
          ],
        }),
      );
    });

    test.each([
      ['nadelohr', ['film needle/: Der Nadelöhr']],
      ['gross 1999', ['film needle/: Der Nadelöhr']],
      ['aint no', ["track needle/haystack: Ain't No Haystack"]],
      ['haystack', ['track needle/haystack: Haystack', "track needle/haystack: Ain't No Haystack"]],
      ['olafur thor', ['performer needle/haystack: Ólafur Þór']],
      ['akerlund soren', ['writer needle/haystack: Søren Åkerlund']],
      ['dusk', ['track needle/dusk: Dusk', 'scene needle/haystack: The barn at 100% dusk']],
      ['久石', ['performer needle/dusk: 久石譲']],
      ['haystack dusk', []],
    ])('for "%s" finds %j', async (text, expected) => {
      expect(await search(text)).toEqual(expected);
    });

    test('says which film and track a hit belongs to', async () => {
      expect(await database.guides.searchEntries(['olafur'], 5)).toEqual([
        {
          kind: 'performer',
          guide: 'needle',
          filmTitle: 'Der Nadelöhr',
          filmYear: 1999,
          track: 'haystack',
          trackTitle: "Ain't No Haystack",
          text: 'Ólafur Þór',
        },
      ]);
    });

    test('takes no sign in a word for a wildcard, and gives no more than asked for', async () => {
      expect(await database.guides.searchEntries(['d_sk'], 5)).toEqual([]);
      expect(await database.guides.searchEntries(['%'], 5)).toEqual([]);
      expect(await database.guides.searchEntries([], 5)).toEqual([]);
      expect(await search('dusk', 1)).toEqual(['track needle/dusk: Dusk']);
    });

    test('forgets what a new revision no longer says', async () => {
      const guide = newGuide({ tracks: [{ id: 'a', title: 'Vanishing Quokka', kind: 'song' }] });
      await publish(guide);
      expect(await search('quokka')).toHaveLength(1);
      await publish({ ...guide, tracks: [] }, 1);
      expect(await search('quokka')).toEqual([]);
    });
  });
});
