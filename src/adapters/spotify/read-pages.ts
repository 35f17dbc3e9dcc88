import type { ServiceName } from '../../domain/services/service.ts';
import { ServiceUnavailableError } from '../../domain/services/service-errors.ts';

interface Page<T> {
  items: T[];
  next?: string | null;
}

/** More than the longest playlist and the most playlists one account may have, at 50 a page. */
const MAX_PAGES = 250;

/** Everything on a list that comes in pages. It ends where the service says so: totals differ from page to page. */
export async function readPages<T>(
  service: ServiceName,
  pageSize: number,
  readPage: (offset: number) => Promise<Page<T>>,
): Promise<T[]> {
  const all: T[] = [];
  for (let number = 0; number < MAX_PAGES; number++) {
    const page = await readPage(number * pageSize);
    all.push(...page.items);
    if (!page.next || page.items.length === 0) return all;
  }
  throw new ServiceUnavailableError(service, `sent a list of more than ${MAX_PAGES} pages`);
}
