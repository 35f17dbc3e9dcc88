import type { Catalog } from '../../domain/services/catalog.ts';
import type { ServiceName } from '../../domain/services/service.ts';
import type { Ask } from './ask.ts';
import { isId, unlessMissing } from './ids.ts';
import { writeSearchText } from './search-text.ts';
import { readShape, SearchShape, TrackShape } from './shapes.ts';
import { toRecording } from './to-recording.ts';

/** The largest page that every app may ask for. */
const SEARCH_LIMIT = 10;

export function createCatalog(service: ServiceName, market: string, ask: Ask): Catalog {
  return {
    service,
    async searchRecordings(query) {
      const text = writeSearchText(query);
      if (text === '') return [];
      const { body } = await ask((api) => api.searchTracks(text, { limit: SEARCH_LIMIT, market }));
      const { tracks } = readShape(service, SearchShape, body);
      return tracks.items.flatMap((track) => (track ? [toRecording(track)] : []));
    },
    async findRecording(id) {
      if (!isId(id)) return undefined;
      const answer = await ask((api) => unlessMissing(api.getTrack(id, { market })));
      return answer && toRecording(readShape(service, TrackShape, answer.body));
    },
  };
}
