import type { Me } from '#lib/protocol/rest/me.ts';

/** One answer, read. */
export interface Reply {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

/** A browser as the API sees it: it keeps its cookies. */
export class Browser {
  readonly #handle: (request: Request) => Promise<Response>;
  readonly #address: string;
  readonly #cookies = new Map<string, string>();

  constructor(handle: (request: Request) => Promise<Response>, address: string) {
    this.#handle = handle;
    this.#address = address;
  }

  /** Its `Cookie` header. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Puts the cookies of another browser, stolen or planted, into this one. */
  copyFrom(other: Browser): this {
    for (const [name, value] of other.#cookies) this.#cookies.set(name, value);
    return this;
  }

  async ask(
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const request = new Request(`http://vicinity.test/api/v1${path}`, {
      method,
      headers: {
        host: 'vicinity.test',
        'user-agent': 'Test/1.0',
        'x-forwarded-for': this.#address,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.#cookies.size === 0 ? {} : { cookie: this.cookie }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const response = await this.#handle(request);
    this.keep(response.headers);
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? {} : JSON.parse(text) };
  }

  /** Keeps what an answer sets, as browsers do. */
  keep(headers: Headers): void {
    for (const cookie of headers.getSetCookie()) {
      const pair = cookie.split(';')[0] ?? '';
      const at = pair.indexOf('=');
      const isGone = /Max-Age=0(?:;|$)/i.test(cookie) || pair.length === at + 1;
      if (isGone) this.#cookies.delete(pair.slice(0, at));
      else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }

  /** The same for what has to be answered so. Throws for any other status. */
  async must(
    status: number,
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const reply = await this.ask(method, path, body, headers);
    if (reply.status !== status) {
      throw new Error(`${method} ${path} answered ${reply.status}: ${JSON.stringify(reply.body)}`);
    }
    return reply;
  }

  /** The code of a refusal. */
  async refusal(method: string, path: string, body?: object, headers = {}): Promise<unknown> {
    return (await this.ask(method, path, body, headers)).body.code;
  }

  /** Who is signed in here, or `null`. */
  async me(): Promise<Me['user'] | null> {
    const { status, body } = await this.ask('GET', '/me');
    return status === 200 ? (body.user as Me['user']) : null;
  }

  /** Who is signed in here. Throws when nobody is. */
  async mustBeIn(): Promise<Me['user']> {
    const me = await this.me();
    if (me === null) throw new Error('nobody is signed in');
    return me;
  }
}
