import { expect, test } from 'vitest';
import type { ImportReport } from '../../../src/domain/guides/import-guide-files.ts';
import { sayImport } from '../../../src/domain/guides/say-import.ts';

const path = 'film.yaml';
const guide = 'film';

test.each<[ImportReport, string[]]>([
  [{ path, outcome: 'created', guide, revision: 1 }, ['film.yaml: new guide, revision 1']],
  [{ path, outcome: 'updated', guide, revision: 2 }, ['film.yaml: published as revision 2']],
  [
    { path, outcome: 'merged', guide, revision: 3 },
    ['film.yaml: merged with what had changed meanwhile, published as revision 3'],
  ],
  [{ path, outcome: 'unchanged', guide }, ['film.yaml: nothing new']],
  [
    { path, outcome: 'older', guide, revision: 1, newest: 3 },
    ['film.yaml: equals revision 1, which is older than revision 3; not imported'],
  ],
  [
    {
      path,
      outcome: 'conflict',
      guide,
      message: 'two changes',
      conflicts: [
        { path: ['tracks', 'blues-for-ben', 'notes'], base: 'A', mine: 'B', theirs: 'C' },
        { path: ['essay', 'end', 'sources', 0], message: 'there is no source "poster" in this guide' },
      ],
    },
    [
      'film.yaml: conflict, not imported: two changes',
      'film.yaml:   tracks.blues-for-ben.notes was changed on both sides',
      'film.yaml:   essay.end.sources[0]: there is no source "poster" in this guide',
    ],
  ],
  [{ path, outcome: 'damaged', problems: ['one', 'two'] }, ['one', 'two']],
])('%j is said to a person', (report, lines) => {
  expect(sayImport(report)).toEqual(lines);
});
