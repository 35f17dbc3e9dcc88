import type { Guide } from './guide.ts';

/** One saved state of a guide. */
export interface Revision {
  /** The slug. */
  guide: string;
  number: number;
  /** The revision it was made from; none for the first. */
  parent?: number;
  author: string;
  message: string;
  /** ISO time. */
  createdAt: string;
  hash: string;
  content: Guide;
}

/** What lists and the home page show of a published guide. */
export interface GuideSummary {
  slug: string;
  title: string;
  year: number;
  directors: string[];
  trackCount: number;
  colour?: string;
  /** First paragraphs of the introduction, as Markdown. */
  introduction?: string;
  revision: number;
  /** ISO time of the newest published revision. */
  publishedAt: string;
}

/** A change to save: it counts only when `parent` is still the newest revision (compare-and-set). */
export interface RevisionDraft {
  content: Guide;
  parent?: number;
  author: string;
  message: string;
}

/** Something the search box finds. `key` is the folded text that is searched. */
export interface SearchEntry {
  kind: 'film' | 'track' | 'performer' | 'writer' | 'scene';
  /** The track's slug; absent for the film itself. */
  track?: string;
  /** What matched, as written. */
  text: string;
  key: string;
}

export interface SearchHit extends Omit<SearchEntry, 'key'> {
  guide: string;
  filmTitle: string;
  filmYear: number;
  trackTitle?: string;
}

/** Somebody else saved a revision first. */
export class RevisionConflictError extends Error {
  override name = 'RevisionConflictError';
  readonly guide: string;
  readonly newest: number | undefined;
  constructor(guide: string, newest: number | undefined) {
    super(`guide ${guide} has moved on to revision ${newest ?? 'none'}`);
    this.guide = guide;
    this.newest = newest;
  }
}

/** The guide wants a slug that another guide has or had; slugs are never reused. */
export class SlugTakenError extends Error {
  override name = 'SlugTakenError';
  readonly slug: string;
  /** The slug that the other guide has now. */
  readonly guide: string;
  constructor(slug: string, guide: string) {
    super(`the id ${slug} belongs to the guide ${guide}`);
    this.slug = slug;
    this.guide = guide;
  }
}

export interface GuideStore {
  listGuides(): Promise<GuideSummary[]>;
  /** The slug a guide has now, for one it has or had; undefined when there is none. */
  findSlug(slugNowOrFormerly: string): Promise<string | undefined>;
  /** The newest published revision. Throws when the stored data is damaged. */
  findGuide(slug: string): Promise<Revision | undefined>;
  findRevision(slug: string, number: number): Promise<Revision | undefined>;
  /** The newest revision with this content hash. */
  findRevisionByHash(slug: string, hash: string): Promise<Revision | undefined>;
  listRevisions(slug: string): Promise<Omit<Revision, 'content'>[]>;
  /**
   * Saves and publishes; throws RevisionConflictError when `parent` is not the newest revision.
   * A guide whose `formerly` names an existing guide takes over that guide's history; SlugTakenError when one
   * of its slugs belongs to yet another guide.
   */
  publishRevision(draft: RevisionDraft): Promise<Revision>;
  /** Raised by everything a guide's public pages show. */
  findPageVersion(slug: string): Promise<number | undefined>;
  /** Changes whenever any guide's page version does. */
  findSiteVersion(): Promise<string>;
  /** Entries whose key holds every one of the words (folded by `searchKey`), the closest first. */
  searchEntries(words: string[], limit: number): Promise<SearchHit[]>;
}

/** What a guide file held when it was last imported or exported. */
export interface GuideFile {
  /** The file's name within the tracks folder. */
  path: string;
  guide: string;
  /** Hash of its bytes. */
  fileHash: string;
  /** Hash of its parsed content: the base of the next change. */
  contentHash: string;
  /** Hash of the revision the content was merged from, when it is itself no revision; then this is the base. */
  baseHash?: string;
  /** Why it waits for a person, when it does. */
  conflict?: string;
}

export interface GuideFileStore {
  findGuideFile(path: string): Promise<GuideFile | undefined>;
  listGuideFiles(): Promise<GuideFile[]>;
  saveGuideFile(file: GuideFile): Promise<void>;
}
