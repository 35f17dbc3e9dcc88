import type { ImportReport } from './import-guide-files.ts';
import type { Conflict } from './merge-guides.ts';
import { formatPath } from './problem.ts';

/** What became of a guide file, in lines for a person. */
export function sayImport(report: ImportReport): string[] {
  switch (report.outcome) {
    case 'created':
      return [`${report.path}: new guide, revision 1`];
    case 'updated':
      return [`${report.path}: published as revision ${report.revision}`];
    case 'merged':
      return [
        `${report.path}: merged with what had changed meanwhile, published as revision ${report.revision}`,
      ];
    case 'unchanged':
      return [`${report.path}: nothing new`];
    case 'older':
      return [
        `${report.path}: equals revision ${report.revision}, which is older than revision ${report.newest}; not imported`,
      ];
    case 'conflict':
      return [
        `${report.path}: conflict, not imported: ${report.message}`,
        ...report.conflicts.map((conflict) => `${report.path}:   ${sayConflict(conflict)}`),
      ];
    case 'damaged':
      return report.problems;
  }
}

function sayConflict({ path, message }: Conflict): string {
  const place = formatPath(path);
  return message === undefined ? `${place} was changed on both sides` : `${place}: ${message}`;
}
