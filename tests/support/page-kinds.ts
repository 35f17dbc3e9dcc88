import type { Seen, Visitor } from './visitor.ts';

/** A kind of page that the site can show, with the way to have it before one's eyes. */
export interface PageKind {
  name: string;
  status: number;
  /** What only this page has. */
  sign: RegExp;
  open(visitor: Visitor): Promise<Seen>;
}

/** Every kind of page, the private ones and the refusals included; to be opened in this order. */
export const PAGE_KINDS: PageKind[] = [
  at('the front page', '/', /Newest changes/),
  at('a guide', '/guides/leaving-las-vegas', /Placed in the film/),
  at('a guide with every field', '/guides/night-bus', /Placed in the film/),
  at('a guide in album order', '/guides/night-bus?order=album', /on no album of its own/),
  at('a track', '/guides/night-bus/tracks/night-bus-theme', /What to listen for/),
  at('a track of which little is known', '/guides/night-bus/tracks/waltz-for-an-inspector', /no notes/),
  at('the sources', '/guides/night-bus/sources', /How we know/),
  at('the ladder', '/guides/leaving-las-vegas/playlist', /Take the playlist with you/),
  at('the ladder with a notice', '/guides/night-bus/playlist?notice=not-registered', /class="notice"/),
  at('a search', '/search?q=bus', /places for/),
  at('a search for a film', '/search?q=wrenmoor', /One place for/),
  at('a search that found nothing', '/search?q=zzyzx', /Nothing in the guides/),
  at('an empty search', '/search', /Look for a song/),
  at('the privacy page', '/privacy?notice=disconnected', /What we keep about you/),
  at('a connection that is not made', '/connect/sandbox', /No account is connected/),
  at('a page that is not there', '/nowhere', /no page at this address/, 404),
  at('an address not understood', '/search?q=one&q=two', /must be given once/, 400),
  {
    name: 'a saved playlist',
    status: 200,
    sign: /<h1>Saved<\/h1>/,
    open: (visitor) => visitor.saved(),
  },
  {
    name: 'a playlist that is being saved',
    status: 200,
    sign: /<h1>Saving …<\/h1>/,
    open: (visitor) => anewAs(visitor, 'waiting'),
  },
  {
    name: 'a playlist that could not be saved',
    status: 200,
    sign: /<h1>Not saved<\/h1>/,
    open: (visitor) => anewAs(visitor, 'failed'),
  },
  at('a connection', '/connect/sandbox', /Connected to the sandbox as/),
  {
    name: 'a page that broke',
    status: 500,
    sign: /Something broke/,
    async open(visitor) {
      await visitor.site.sql("update guides set summary = '{', page_version = page_version + 1");
      return await visitor.see('/');
    },
  },
];

function at(name: string, path: string, sign: RegExp, status = 200): PageKind {
  return { name, status, sign, open: (visitor) => visitor.see(path) };
}

/** Saves once more, and looks at that export as if it were in another state. */
async function anewAs(visitor: Visitor, state: 'waiting' | 'failed'): Promise<Seen> {
  const seen = await visitor.saved();
  await visitor.site.sql(`update exports set state = '${state}'`);
  return await visitor.reload(seen);
}
