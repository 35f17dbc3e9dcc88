import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attributes, elements, textOf } from '../support/read-html.ts';
import { startSite, type TestSite } from '../support/test-site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

describe('the guide', () => {
  test('lists the tracks in the order of the film', async () => {
    expect(trackLinks(await site.text('/guides/night-bus'))).toEqual([
      'night-bus-theme',
      'sum-a1',
      'last-stop-love',
      'cancao-do-terminal',
      'waltz-for-an-inspector',
      'the-driver-speaks',
      'shir-ha-otobus',
      'last-stop-love-live',
    ]);
  });

  test('lists them in the order of the album when asked to', async () => {
    expect(trackLinks(await site.text('/guides/night-bus?order=album'))).toEqual([
      'night-bus-theme',
      'last-stop-love',
      'cancao-do-terminal',
      'shir-ha-otobus',
      'sum-a1',
      'the-driver-speaks',
      'last-stop-love-live',
      'waltz-for-an-inspector',
    ]);
  });

  test.each([
    ['/guides/night-bus', 'Film order'],
    ['/guides/night-bus?order=album', 'Album order'],
  ])('%s says which order it is in', async (path, label) => {
    const current = elements(await site.text(path), 'a', 'aria-current="true"');
    expect(current.map(textOf)).toEqual([label]);
  });

  test('gives each cue its scene, times, edition and how it is heard', async () => {
    const page = textOf(await site.text('/guides/night-bus'));
    expect(page).toContain('The depot; the lights come on one bus at a time');
    expect(page).toContain('0:12–2:40, 3:05 (Cinema)');
    expect(page).toContain('1:06:00–1:06:30 (Television)');
    expect(page).toContain('the characters hear it sung played on screen main theme existed before the film');
  });

  test('tells what is only inferred, and by what', async () => {
    const page = textOf(await site.text('/guides/night-bus'));
    expect(page).toMatch(/A telephone, somewhere at the back inferred .*?One viewer recognised the refrain/);
  });

  test('keeps what is only inferred apart from what a source says', async () => {
    const groups = (await site.text('/guides/night-bus')).split('<section class="group"').slice(1);
    expect(groups.map((group) => [attributes(group, 'id')[0], trackLinks(group).length])).toEqual([
      ['group-placed', 4],
      ['group-heard', 2],
      ['group-inferred', 1],
      ['group-album-only', 1],
    ]);
  });

  test('folds every scene that gives the story away, and no other', async () => {
    const html = await site.text('/guides/night-bus');
    const folded = elements(html, 'details', 'spoiler');
    expect(folded).toHaveLength(2);
    expect(folded[0]).toContain('Dawn, and an empty upper deck');
    expect(folded[1]).toContain('The last announcement');
    expect(html).not.toMatch(/<details[^>]*\sopen/);
    const unfolded = html.replace(/<details[\s\S]*?<\/details>/g, '');
    expect(unfolded).not.toContain('Dawn, and an empty upper deck');
    expect(unfolded).toContain('The depot; the lights come on');
  });

  test('counts what it knows', async () => {
    const [counts = ''] = elements(await site.text('/guides/night-bus'), 'section', 'class="coverage"');
    const text = textOf(counts);
    expect(text).toContain('8 recordings 5 songs, 2 score, 1 dialogue');
    expect(text).toContain('7 on the album 1 known from the film alone');
    expect(text).toContain('6 heard in the film of 1 we do not know');
    expect(text).toContain('7 scenes named by sources 2 more only inferred, one use not placed');
    expect(text).toContain('2 claims contradicted 1 supported, 2 unverified');
    expect(text).toContain('2 things nobody has found out');
  });

  test('says how many recordings the service has, and leads to the reasons', async () => {
    const [save = ''] = elements(await site.text('/guides/leaving-las-vegas'), 'section', 'class="save"');
    expect(textOf(save)).toContain('26 of 28 recordings are on the sandbox.');
    const [rung = ''] = elements(
      await site.text('/guides/leaving-las-vegas/playlist'),
      'section',
      'aria-labelledby="rung-save"',
    );
    expect(textOf(rung)).toContain('2 missing, and why');
    expect(attributes(rung, 'href')).toEqual([
      '/guides/leaving-las-vegas/tracks/the-third-man-theme',
      '/guides/leaving-las-vegas/tracks/you-turn-me-on',
    ]);
  });

  test('names the language of a title that is not English', async () => {
    const html = await site.text('/guides/night-bus');
    expect(textOf(elements(html, 'a', 'lang="pt"')[0] ?? '')).toBe('Canção do Terminal');
    expect(textOf(elements(html, 'a', 'lang="he"')[0] ?? '')).toBe('שיר האוטובוס של אף אחד');
    expect(textOf(elements(html, 'h1', 'lang="en-GB"')[0] ?? '')).toBe('Night Bus');
    const track = await site.text('/guides/night-bus/tracks/cancao-do-terminal');
    expect(textOf(elements(track, 'h1', 'lang="pt"')[0] ?? '')).toBe('Canção do Terminal');
  });

  test('marks the track about which something false is said', async () => {
    const html = await site.text('/guides/night-bus');
    expect(attributes(html, 'href')).toContain('/guides/night-bus/tracks/last-stop-love#claims');
    expect(await site.text('/guides/night-bus/tracks/last-stop-love')).toContain('id="claims"');
  });
});

describe('the page of sources', () => {
  test('puts every claim under its verdict', async () => {
    const html = await site.text('/guides/night-bus/sources');
    expect(claimsUnder(html, 'contradicted')).toEqual([
      'claim-last-stop-love-written-for-the-film',
      'claim-no-music-was-written',
    ]);
    expect(claimsUnder(html, 'unverified')).toEqual([
      'claim-shir-ha-otobus-is-traditional',
      'claim-recorded-on-a-bus',
    ]);
    expect(claimsUnder(html, 'supported')).toEqual(['claim-theme-tuned-to-the-engine']);
  });

  test('says what is unknown', async () => {
    const [unknown = ''] = elements(await site.text('/guides/night-bus/sources'), 'section', 'id="unknown"');
    expect(attributes(unknown, 'id')).toEqual(
      expect.arrayContaining(['unknown-the-waltz', 'unknown-the-telephone']),
    );
    expect(textOf(unknown)).toContain('Who plays the waltz, and where it was recorded.');
  });

  test('sets side by side where sources differ', async () => {
    const [differ = ''] = elements(
      await site.text('/guides/night-bus/sources'),
      'section',
      'id="disagreements"',
    );
    expect(textOf(differ)).toContain('210 000 pounds');
    expect(textOf(differ)).toContain('Next to nothing');
  });
});

describe('the page of a track', () => {
  test('strikes out what is false, and gives the evidence', async () => {
    const [claims = ''] = elements(
      await site.text('/guides/night-bus/tracks/last-stop-love'),
      'section',
      'id="claims"',
    );
    expect(elements(claims, 's').map(textOf)).toEqual(['“Last Stop, Love” was written for the film.']);
    expect(textOf(claims)).toContain('It came out twelve years earlier.');
    expect(attributes(claims, 'href')).toContain('/guides/night-bus/sources#source-booklet');
  });

  test('has what to listen for in the order of the recording', async () => {
    const html = await site.text('/guides/night-bus/tracks/night-bus-theme');
    const [points = ''] = elements(html, 'ol', 'class="points"');
    expect(attributes(points, 'id')).toEqual(['point-the-saw-enters', 'point-the-door']);
    expect(textOf(points)).toMatch(/^1:12 The saw enters a quarter-tone low .* 3:00 /);
  });

  test('says that a recording without a known place has none', async () => {
    const unplaced = textOf(await site.text('/guides/night-bus/tracks/waltz-for-an-inspector'));
    expect(unplaced).toContain('Not placed yet');
    const unused = textOf(await site.text('/guides/night-bus/tracks/last-stop-love-live'));
    expect(unused).toContain('The film does not use this recording.');
  });

  test('names the very recording on the service, or says why there is none', async () => {
    const [found = ''] = elements(
      await site.text('/guides/leaving-las-vegas/tracks/angel-eyes'),
      'section',
      'class="streaming"',
    );
    expect(textOf(found)).toContain('The very recording');
    expect(attributes(found, 'href')[0]).toMatch(`${site.sandbox?.url}/track/`);
    const [doubtful = ''] = elements(
      await site.text('/guides/leaving-las-vegas/tracks/the-third-man-theme'),
      'section',
      'class="streaming"',
    );
    expect(textOf(doubtful)).toContain('Doubtful No recording is certain to be the one.');
    expect(attributes(doubtful, 'href')).toEqual([]);
  });
});

describe('titles and names that look like markup', () => {
  const PAGES = [
    '/guides/night-bus',
    '/guides/night-bus/tracks/sum-a1',
    '/search?q=fare+dodgerson',
    '/search?q=%3Cb%3E%22%3E%3Cscript%3E',
  ];

  test.each(PAGES)('are plain text on %s', async (path) => {
    const html = await site.text(path);
    expect(html).not.toMatch(/<script|<b>|<again>/i);
    expect(html).toMatch(/&lt;(b|script|again)&gt;/);
  });

  test('are read as they were written', async () => {
    const page = textOf(await site.text('/guides/night-bus/tracks/sum-a1'));
    expect(page).toContain('=SUM(A1)');
    expect(page).toContain('<b>Fare Dodgerson</b>');
    expect(page).toContain('<again> & again');
  });
});

/** The tracks of the list, in order. */
function trackLinks(html: string): string[] {
  const headings = elements(html, 'h4').flatMap((heading) => attributes(heading, 'href'));
  return headings.map((href) => href.replace('/guides/night-bus/tracks/', ''));
}

function claimsUnder(html: string, verdict: string): string[] {
  const [section = ''] = elements(html, 'section', `id="${verdict}"`);
  return attributes(section, 'id').filter((id) => id.startsWith('claim-'));
}
