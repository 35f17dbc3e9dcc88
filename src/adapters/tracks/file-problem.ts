/** What is wrong at one place of a file; lines and columns count from 1. */
export interface FileProblem {
  line: number;
  column: number;
  /** `tracks[3].cues[0]`, or nothing when the text itself is wrong. */
  path: string;
  message: string;
}

/** `tracks/leaving-las-vegas.yaml:41:7 tracks[3].title: is missing` */
export function formatFileProblem({ line, column, path, message }: FileProblem, name: string): string {
  return `${name}:${line}:${column} ${path === '' ? '' : `${path}: `}${message}`;
}
