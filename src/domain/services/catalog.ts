import type { Recording } from './recording.ts';
import type { ServiceName } from './service.ts';

/** What to look for; `isFiltered` asks the service to hold each word to its own field. */
export interface CatalogQuery {
  title: string;
  performer?: string;
  album?: string;
  isFiltered: boolean;
}

/** A service's recordings. Calls throw the errors of `service-errors.ts`. */
export interface Catalog {
  readonly service: ServiceName;
  searchRecordings(query: CatalogQuery): Promise<Recording[]>;
  findRecording(id: string): Promise<Recording | undefined>;
}
