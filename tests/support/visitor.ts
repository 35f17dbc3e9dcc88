import { findForm } from './read-html.ts';
import type { TestSite } from './test-site.ts';

/** What a visitor has before their eyes after the redirects. */
export interface Seen {
  url: URL;
  status: number;
  html: string;
  headers: Headers;
}

/** Answers the sandbox's consent page. */
export interface ConsentAnswer {
  user?: string;
  decision?: 'allow' | 'cancel';
}

const MOST_REDIRECTS = 10;

/** A browser without scripts: keeps the site's cookies, follows redirects, and sends the forms it sees. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  /** Every Set-Cookie that came, from wherever. */
  readonly setCookies: string[] = [];
  /** Every address asked for, in order. */
  readonly path: string[] = [];
  readonly site: TestSite;

  constructor(site: TestSite) {
    this.site = site;
  }

  async see(path: string): Promise<Seen> {
    return await this.#follow(new URL(this.site.url + path), {});
  }

  /** Loads the same page anew. */
  async reload(seen: Seen): Promise<Seen> {
    return await this.#follow(seen.url, {});
  }

  /** Presses the button of the form whose action ends so. */
  async press(seen: Seen, action: string, more: Record<string, string> = {}): Promise<Seen> {
    const form = findForm(seen.html, action);
    const target = new URL(form.action, seen.url);
    return await this.#follow(target, {
      method: 'POST',
      headers: { Origin: seen.url.origin },
      body: new URLSearchParams({ ...form.fields, ...more }),
    });
  }

  /** From the consent page on to wherever it leads back. */
  async consent(seen: Seen, { user = 'sandbox-ada', decision = 'allow' }: ConsentAnswer = {}): Promise<Seen> {
    return await this.press(seen, '/authorize', { user, decision });
  }

  /** Consents, and returns the address to come back to without going there. */
  async consentAddress(seen: Seen): Promise<string> {
    const form = findForm(seen.html, '/authorize');
    const body = new URLSearchParams({ ...form.fields, user: 'sandbox-ada', decision: 'allow' });
    const response = await fetch(new URL(form.action, seen.url), {
      method: 'POST',
      body,
      redirect: 'manual',
    });
    const back = new URL(response.headers.get('location') ?? '');
    return back.pathname + back.search;
  }

  /** Presses save on the ladder, and consents where asked. */
  async save(answer: ConsentAnswer = {}, guide = 'leaving-las-vegas'): Promise<Seen> {
    const ladder = await this.see(`/guides/${guide}/playlist`);
    const next = await this.press(ladder, `/guides/${guide}/exports`);
    return next.url.pathname.endsWith('/authorize') ? await this.consent(next, answer) : next;
  }

  /** Looks at an export until it has ended. */
  async saved(answer: ConsentAnswer = {}, guide?: string): Promise<Seen> {
    let seen = await this.save(answer, guide);
    while (seen.html.includes('http-equiv="refresh"')) seen = await this.reload(seen);
    return seen;
  }

  async #follow(url: URL, init: RequestInit): Promise<Seen> {
    let [target, next] = [url, init];
    for (let step = 0; step < MOST_REDIRECTS; step += 1) {
      const response = await this.#ask(target, next);
      const location = response.headers.get('location');
      if (location === null) {
        return {
          url: target,
          status: response.status,
          html: await response.text(),
          headers: response.headers,
        };
      }
      await response.body?.cancel();
      [target, next] = [new URL(location, target), {}];
    }
    throw new Error(`redirected without end: ${this.path.slice(-MOST_REDIRECTS).join(' ')}`);
  }

  async #ask(url: URL, init: RequestInit): Promise<Response> {
    this.path.push(url.href);
    const headers = new Headers(init.headers);
    if (url.origin === this.site.origin && this.cookies.size > 0) headers.set('Cookie', this.#cookieHeader());
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie);
    return response;
  }

  #cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  #keep(cookie: string): void {
    this.setCookies.push(cookie);
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (/;\s*Max-Age=0\b/i.test(cookie)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
