import type { Guide } from './guide.ts';

/** A guide file as it was read: its guide, or every problem in it as a line that names the place. */
export type ReadGuideFile = { fileHash: string } & (
  | { guide: Guide; basedOn?: string; problems: [] }
  | { guide?: undefined; problems: string[] }
);

/** The folder of guide files. Names are those of the files within it. */
export interface GuideFolder {
  listFiles(): Promise<string[]>;
  readFile(name: string): Promise<ReadGuideFile>;
  /**
   * Brings the file to the guide, keeping its comments and layout, and returns the hash of its bytes. Throws
   * GuideFileChangedError unless the file is absent or `knownHash` is the hash of its present bytes.
   */
  writeFile(name: string, content: { guide: Guide; basedOn: string }, knownHash?: string): Promise<string>;
}

/** The file holds something that has not been imported; writing it would lose that. */
export class GuideFileChangedError extends Error {
  override name = 'GuideFileChangedError';
  readonly path: string;
  constructor(path: string) {
    super(
      `${path} has changed since its last import or export; import it, or move it away, before exporting`,
    );
    this.path = path;
  }
}
