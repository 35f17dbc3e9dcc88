import { LRUCache } from 'lru-cache';
import type { GuideStore, Revision } from '../domain/guides/guide-store.ts';

/** A guide as visitors see it; `version` changes with everything its pages show. */
export interface PublishedGuide extends Revision {
  version: number;
}

/** Reads published guides, keeping the parsed ones for as long as their version stands. */
export interface PublishedGuides {
  find(slug: string): Promise<PublishedGuide | undefined>;
}

const KEPT_GUIDES = 200;

export function createPublishedGuides(guides: GuideStore): PublishedGuides {
  const kept = new LRUCache<string, PublishedGuide>({ max: KEPT_GUIDES });
  return {
    async find(slug) {
      const version = await guides.findPageVersion(slug);
      if (version === undefined) return undefined;
      const known = kept.get(slug);
      if (known?.version === version) return known;
      const revision = await guides.findGuide(slug);
      if (!revision) return undefined;
      const published = { ...revision, version };
      kept.set(slug, published);
      return published;
    },
  };
}
