import type { Browser } from '#server/people/testing/Browser.ts';
import type { People } from '#server/people/testing/People.ts';
import { handleAuth } from '../auth.ts';

export const origin = 'http://vicinity.test';

/** What an answer of ours says to a browser. */
export interface Landing {
  status: number;
  location: string | null;
  body: string;
}

/** A browser that goes through next-auth's pages of ours and through another service. */
export class AuthBrowser {
  readonly api: Browser;
  readonly #people: People;
  readonly #elsewhere = new Map<string, string>();

  constructor(people: People) {
    this.#people = people;
    this.api = people.browser();
  }

  /** Asks one of our own addresses below `/api/auth`, with the cookies from before. */
  async ask(
    method: 'GET' | 'POST',
    address: string,
    fields?: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Landing> {
    const request = new Request(new URL(address, origin), {
      method,
      headers: { host: 'vicinity.test', cookie: this.api.cookie, ...headers },
      ...(fields === undefined ? {} : { body: new URLSearchParams(fields) }),
    });
    const response = await handleAuth(request, this.#people.services);
    this.api.keep(response.headers);
    return {
      status: response.status,
      location: response.headers.get('location'),
      body: await response.text(),
    };
  }

  async csrfToken(): Promise<string> {
    const { csrfToken } = JSON.parse((await this.ask('GET', '/api/auth/csrf')).body);
    return csrfToken;
  }

  /** Begins a sign-in by the other service; gives the address there. */
  async start(callbackUrl = '/', headers: Record<string, string> = {}): Promise<URL> {
    const fields = { csrfToken: await this.csrfToken(), callbackUrl, json: 'true' };
    const { body } = await this.ask('POST', '/api/auth/signin/oidc', fields, headers);
    return new URL(JSON.parse(body).url);
  }

  /** Goes through the other service until it sends the browser back; gives that address of ours. */
  async visit(start: URL): Promise<string> {
    let address = start;
    for (let hops = 0; hops < 10; hops += 1) {
      const cookie = [...this.#elsewhere].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(address, { headers: { cookie }, redirect: 'manual' });
      this.#keepElsewhere(answer.headers);
      const next = answer.headers.get('location');
      if (next === null)
        throw new Error(`${address.pathname} answered ${answer.status}: ${await answer.text()}`);
      address = new URL(next, address);
      if (address.origin === origin) return address.href;
    }
    throw new Error('the other service goes round in circles');
  }

  /** The whole way: there and back. */
  async signIn(callbackUrl = '/'): Promise<Landing> {
    return await this.ask('GET', await this.visit(await this.start(callbackUrl)));
  }

  #keepElsewhere(headers: Headers): void {
    for (const cookie of headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
      if (/expires=Thu, 01 Jan 1970/i.test(cookie)) this.#elsewhere.delete(name);
      else this.#elsewhere.set(name, value);
    }
  }
}
