import type { ImportReport } from './import-guide-files.ts';

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
        ...report.conflicts.map(({ path }) => `${report.path}:   ${path} was changed on both sides`),
      ];
    case 'damaged':
      return report.problems;
  }
}
