import { expect, test } from 'vitest';
import { jspf } from '../../../src/web/files/jspf.ts';
import { documentOf } from '../../support/small-guide.ts';

const { playlist } = JSON.parse(jspf.render(documentOf()));

test('JSPF has the title and the public mark that ListenBrainz asks for', () => {
  expect(playlist.title).toBe('Last Ferry (2001): music in film order');
  expect(playlist.extension['https://musicbrainz.org/doc/jspf#playlist']).toEqual({ public: true });
});

test('JSPF lists identifiers, links and metas as arrays, and leaves out what is unknown', () => {
  const [song, , dialogue] = playlist.track;
  expect(song.identifier).toEqual(['https://musicbrainz.org/recording/00000000-0000-4000-8000-000000000001']);
  for (const list of [song.link, song.meta]) {
    expect(list.map((one: object) => Object.keys(one).length)).toEqual([1]);
  }
  expect(Object.keys(dialogue)).toEqual(['title', 'annotation', 'info', 'album', 'trackNum']);
});
