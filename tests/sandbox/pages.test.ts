import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { json, type RunningSandbox, startSandbox } from './start-sandbox.ts';

let sandbox: RunningSandbox;
let token: string;
beforeAll(async () => {
  sandbox = await startSandbox();
  token = await sandbox.signIn();
});
afterAll(() => sandbox.close());

interface Track {
  uri: string;
  external_urls: { spotify: string };
  album: { external_urls: { spotify: string } };
}

async function findTrack(text: string): Promise<Track> {
  const found = await sandbox.call(token, 'GET', `/search?type=track&q=${encodeURIComponent(text)}`);
  const { tracks } = (await found.json()) as { tracks: { items: [Track] } };
  return tracks.items[0];
}

const html = async (url: string) => (await fetch(url)).text();

describe('the page of a playlist', () => {
  test('shows name, owner and the tracks in order, and says that it is a sandbox', async () => {
    const first = await findTrack('ridiculous nicolas cage');
    const second = await findTrack('lonely teardrops new york rock and soul revue');
    const made = await json(await sandbox.call(token, 'POST', '/me/playlists', { name: 'Music & <more>' }));
    await sandbox.call(token, 'POST', `/playlists/${made.id}/items`, { uris: [first.uri, second.uri] });
    const page = await html((made.external_urls as { spotify: string }).spotify);
    expect(page).toContain('Music &amp; &lt;more&gt;');
    expect(page).toContain('Ada Marsh');
    expect(page).toContain('nothing here can be played');
    for (const words of ['Nicolas Cage', 'Leaving Las Vegas (Original Motion Picture Soundtrack)', '1:04']) {
      expect(page).toContain(words);
    }
    expect(page).toContain('The New York Rock and Soul Revue, Michael McDonald');
    expect(page.indexOf('Ridiculous')).toBeLessThan(page.indexOf('Lonely Teardrops - Live'));
    expect(await html(`${sandbox.url}/`)).toContain(`/playlist/${made.id}`);
  });

  test('shows a private one to whoever has the link', async () => {
    const body = { name: 'Hidden', public: false };
    const made = await json(await sandbox.call(token, 'POST', '/me/playlists', body));
    expect(await html(`${sandbox.url}/playlist/${made.id}`)).toContain('Private playlist by Ada Marsh');
  });
});

test('a track and its album have pages of their own', async () => {
  const track = await findTrack('ridiculous nicolas cage');
  const trackPage = await html(track.external_urls.spotify);
  for (const words of ['Ridiculous', 'Nicolas Cage', '1995', '1:04', 'Sandbox', track.uri]) {
    expect(trackPage).toContain(words);
  }
  const albumPage = await html(track.album.external_urls.spotify);
  expect(albumPage).toContain('25 tracks');
  expect(albumPage).toContain('I Won&#39;t Be Going South for a While');
});

test('the front page names the six people and who is on the list', async () => {
  const page = await html(`${sandbox.url}/`);
  for (const name of [
    'Ada Marsh',
    'Bruno Okafor',
    'Chiyo Ōta',
    'Dolores Núñez',
    'sandbox-nameless',
    'Vera Outside',
  ]) {
    expect(page).toContain(name);
  }
  expect(page).toContain('not on the list');
});

test.each(['/playlist/x', '/track/x', '/album/x', '/cover/x', '/elsewhere'])(
  'an unknown address such as %s is a 404 page',
  async (path) => {
    const response = await sandbox.get(path);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toContain('Sandbox');
  },
);

test('pages load their style from the sandbox and nothing from elsewhere', async () => {
  const response = await sandbox.get('/');
  const page = await response.text();
  expect(page).toContain('href="/sandbox/sandbox.css"');
  expect(page).not.toMatch(/<script|style=|https?:/);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'self'");
  const style = await sandbox.get('/sandbox.css');
  expect([style.status, style.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
});
