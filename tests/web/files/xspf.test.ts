import { expect, test } from 'vitest';
import { xspf } from '../../../src/web/files/xspf.ts';
import { findAll, readXml } from '../../support/read-xml.ts';
import {
  AWKWARD_TITLES,
  documentOf,
  FORBIDDEN_TITLES,
  guideWithTitles,
  smallGuide,
} from '../../support/small-guide.ts';

const root = readXml(xspf.render(documentOf()));

test('XSPF is a playlist of version 1 in its namespace with one list of tracks', () => {
  expect(root.name).toBe('playlist');
  expect(root.attributes).toEqual({ xmlns: 'http://xspf.org/ns/0/', version: '1' });
  expect(findAll(root, 'trackList')).toHaveLength(1);
  expect(root.children.at(-1)?.children.map(({ name }) => name)).toEqual(['track', 'track', 'track']);
});

test('XSPF has its one list of tracks even when it is empty', () => {
  const empty = readXml(xspf.render(documentOf({ guide: { ...smallGuide(), tracks: [] } })));
  expect(findAll(empty, 'trackList').map(({ children }) => children)).toEqual([[]]);
});

test('XSPF holds no location, since there is no audio', () => {
  expect(findAll(root, 'location')).toEqual([]);
});

test('XSPF holds no control character', () => {
  expect(
    xspf.render(documentOf({ guide: guideWithTitles([...AWKWARD_TITLES, ...FORBIDDEN_TITLES]) })),
  ).not.toMatch(/[^\P{Cc}\n]/u);
});

test('XSPF keeps what looks like an entity as it was written', () => {
  const titles = ['&copy; &amp; &#65; &#x42; &'];
  const tracks = findAll(readXml(xspf.render(documentOf({ guide: guideWithTitles(titles) }))), 'track');
  expect(tracks.map((track) => findAll(track, 'title')[0]?.text)).toEqual(titles);
});

test('XSPF keeps the scene of a spoiler to itself', () => {
  expect(xspf.render(documentOf())).toContain('1:10:00.5 (cinema).');
  expect(xspf.render(documentOf())).not.toContain('The ferry sinks');
});

test('XSPF names a link after the service it leads to', () => {
  const matches = documentOf().entries.flatMap(({ match }) => match ?? []);
  const sandbox = documentOf({
    service: 'sandbox',
    matches: matches.map((match) => ({ ...match, service: 'sandbox' })),
  });
  const [link] = findAll(readXml(xspf.render(sandbox)), 'link');
  expect(link).toMatchObject({
    attributes: { rel: 'https://guide.example/site/ns/sandbox' },
    text: 'https://guide.example/site/sandbox/track/0000000000000000000001',
  });
});
