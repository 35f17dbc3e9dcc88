import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';

export type Encoding = 'br' | 'gzip' | 'identity';

export interface EncodedPage {
  bytes: Buffer;
  etag: string;
}

/** A rendered page, with each compressed form made once, off the event loop. */
export interface RenderedPage {
  /** What the page takes in memory at most, with its compressed forms. */
  bytes: number;
  encode(encoding: Encoding): Promise<EncodedPage>;
}

interface Entry {
  version: string;
  page: Promise<RenderedPage>;
}

/** Rendered pages by key, each good for one version of what it shows; bounded by size. */
export class PageCache {
  readonly #entries: LRUCache<string, Entry>;

  constructor(maxBytes: number) {
    this.#entries = new LRUCache({ maxSize: maxBytes, maxEntrySize: maxBytes });
  }

  async find(key: string, version: string, render: () => Promise<string | Buffer>): Promise<RenderedPage> {
    const known = this.#entries.get(key);
    if (known?.version === version) return await known.page;
    const entry = { version, page: render().then(createRenderedPage) };
    this.#entries.set(key, entry, { size: BYTES_BEFORE_RENDERING });
    try {
      const page = await entry.page;
      if (this.#entries.peek(key) === entry) this.#entries.set(key, { ...entry }, { size: page.bytes });
      return page;
    } catch (error) {
      if (this.#entries.peek(key) === entry) this.#entries.delete(key);
      throw error;
    }
  }
}

const BYTES_BEFORE_RENDERING = 1;
/** The page as it is, and two compressed forms that are seldom half as large. */
const FORMS = 2;

export function createRenderedPage(content: string | Buffer): RenderedPage {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const forms = new Map<Encoding, Promise<EncodedPage>>();
  return {
    bytes: FORMS * bytes.length + BYTES_BEFORE_RENDERING,
    encode(encoding) {
      const known = forms.get(encoding);
      if (known) return known;
      const made = compress(bytes, encoding).then((out) => ({ bytes: out, etag: hash(out) }));
      forms.set(encoding, made);
      return made;
    },
  };
}

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

async function compress(bytes: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'br') return await brotli(bytes, { params: brotliParams(bytes.length) });
  if (encoding === 'gzip') return await deflate(bytes);
  return bytes;
}

/** A window no larger than the page: the default of 4 MB is taken from memory for each compression. */
function brotliParams(length: number): Record<number, number> {
  const window = Math.ceil(Math.log2(Math.max(length, 1024)));
  return {
    [constants.BROTLI_PARAM_QUALITY]: 9,
    [constants.BROTLI_PARAM_SIZE_HINT]: length,
    [constants.BROTLI_PARAM_LGWIN]: Math.min(window, constants.BROTLI_DEFAULT_WINDOW),
  };
}

function hash(bytes: Buffer): string {
  return `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;
}
