import type { DatabaseSync } from 'node:sqlite';

/** What each user has saved or follows, as URIs. */
export interface Library {
  saveUri(userId: string, uri: string): void;
  removeUri(userId: string, uri: string): void;
  hasUri(userId: string, uri: string): boolean;
}

export function createLibrary(database: DatabaseSync): Library {
  const insert = database.prepare('insert or ignore into library (user_id, uri) values (?, ?)');
  const remove = database.prepare('delete from library where user_id = ? and uri = ?');
  const find = database.prepare('select 1 from library where user_id = ? and uri = ?');
  return {
    saveUri: (userId, uri) => void insert.run(userId, uri),
    removeUri: (userId, uri) => void remove.run(userId, uri),
    hasUri: (userId, uri) => find.get(userId, uri) !== undefined,
  };
}
