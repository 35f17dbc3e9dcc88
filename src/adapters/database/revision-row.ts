import { DamagedDataError } from '../../domain/damaged-data-error.ts';
import type { Revision } from '../../domain/guides/guide-store.ts';
import { formatPath } from '../../domain/guides/problem.ts';
import { readGuide } from '../../domain/guides/read-guide.ts';
import { readJson } from './parse-json.ts';

interface RevisionRow extends Omit<Revision, 'parent' | 'content'> {
  parent: number | null;
  content: string;
}

/** A stored revision, its guide read by the same rules as a guide file. */
export function toRevision({ parent, content, ...row }: RevisionRow): Revision {
  const place = { guide: row.guide, revision: row.number };
  const what = `guide ${row.guide}, revision ${row.number}`;
  const { guide, problems } = readGuide(readJson(content, what, place));
  if (guide) return { ...row, parent: parent ?? undefined, content: guide };
  const [first] = problems;
  throw new DamagedDataError(first ? `${what}, ${formatPath(first.path)} ${first.message}` : what, place);
}
