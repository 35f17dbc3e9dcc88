/** Where a page of a list lies, and the address it is asked at (without `limit` and `offset`). */
export interface PageRequest {
  href: string;
  limit: number;
  offset: number;
}

/** A page of a list in Spotify's form. */
export function pageOf<Item>({ href, limit, offset }: PageRequest, total: number, items: Item[]) {
  const addressAt = (start: number) => {
    const url = new URL(href);
    url.searchParams.set('offset', String(start));
    url.searchParams.set('limit', String(limit));
    return url.href;
  };
  return {
    href: addressAt(offset),
    limit,
    next: offset + limit < total ? addressAt(offset + limit) : null,
    offset,
    previous: offset > 0 ? addressAt(Math.max(0, offset - limit)) : null,
    total,
    items,
  };
}
