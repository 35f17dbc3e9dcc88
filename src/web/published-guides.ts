import { setImmediate } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { GuideStore, Revision } from '../domain/guides/guide-store.ts';

/** A guide as visitors see it; `version` changes with everything its pages show. */
export interface PublishedGuide extends Revision {
  version: number;
}

/** Reads published guides, keeping the parsed ones for as long as their version stands. */
export interface PublishedGuides {
  find(slug: string): Promise<PublishedGuide | undefined>;
  /** Changes whenever any guide's version does. */
  findSiteVersion(): Promise<string>;
}

const KEPT_GUIDES = 200;

export function createPublishedGuides(guides: GuideStore): PublishedGuides {
  const kept = new LRUCache<string, PublishedGuide>({ max: KEPT_GUIDES });
  const findVersion = joinQuestions((slug) => guides.findPageVersion(slug));
  const findSiteVersion = joinQuestions(() => guides.findSiteVersion());
  return {
    findSiteVersion: () => findSiteVersion('site'),
    async find(slug) {
      const version = await findVersion(slug);
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

/**
 * Asks once for everybody who wants the same thing in one turn of the event loop. Nobody joins a question that has
 * been asked already: its answer may be older than what they have just seen change.
 */
function joinQuestions<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const waiting = new Map<string, Promise<T>>();
  return (key) => {
    const joined = waiting.get(key);
    if (joined) return joined;
    const answer = setImmediate().then(() => {
      waiting.delete(key);
      return ask(key);
    });
    waiting.set(key, answer);
    return answer;
  };
}
