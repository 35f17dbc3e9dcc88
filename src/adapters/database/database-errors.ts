/** The file or server cannot be used; the message names it and says what to do, and never holds a password. */
export class DatabaseUnreachableError extends Error {
  override name = 'DatabaseUnreachableError';
}

/** A later version of the program has changed the tables. */
export class DatabaseTooNewError extends Error {
  override name = 'DatabaseTooNewError';
  readonly migration: string;
  constructor(migration: string) {
    super(
      `The database was written by a newer Reel Notes (it has migration ${migration}); ` +
        'start that version, or restore a backup.',
    );
    this.migration = migration;
  }
}
