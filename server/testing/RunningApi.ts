import { io, type Socket } from 'socket.io-client';
import { v7 as uuidv7 } from 'uuid';

/** One HTTP answer, read. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  /** The body as JSON, or the text of a file; `null` when there is none. */
  readonly body: unknown;
}

export interface Ask {
  readonly cookie?: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  /** Sent as it is, instead of `body`. */
  readonly raw?: string;
}

/** Somebody who was made through the server's own API. */
export interface Account {
  readonly id: string;
  readonly name: string;
  /** Empty for guests. */
  readonly email: string;
  /** The `Cookie` header that is theirs. */
  readonly cookie: string;
}

/** What every account made here signs in with. */
export const testPassword = 'seven purple walruses on a ferry';

/** How long a link may take to appear in the log, in ms. */
const linkTimeoutMs = 10_000;

/** A server that runs, as programs speak to it. */
export class RunningApi {
  readonly url: string;
  readonly #output: () => string;
  readonly #sockets: Socket[] = [];

  /** `output` is everything the server has said so far. */
  constructor(url: string, output: () => string) {
    this.url = url;
    this.#output = output;
  }

  async ask(method: string, path: string, { cookie, headers, body, raw }: Ask = {}): Promise<Reply> {
    const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        ...(content === undefined ? {} : { 'content-type': 'application/json' }),
        ...(cookie === undefined ? {} : { cookie }),
        ...headers,
      },
      ...(content === undefined ? {} : { body: content }),
    });
    const text = await answer.text();
    const isJson = /[/+]json\b/.test(answer.headers.get('content-type') ?? '');
    const read = isJson ? JSON.parse(text) : text;
    return { status: answer.status, headers: answer.headers, body: text === '' ? null : read };
  }

  /** The same for what has to succeed; gives the body. Throws for any other status. */
  async must<Body>(status: number, method: string, path: string, ask: Ask = {}): Promise<Body> {
    const reply = await this.ask(method, path, ask);
    if (reply.status !== status) {
      throw new Error(`${method} ${path} answered ${reply.status}: ${JSON.stringify(reply.body)}`);
    }
    return reply.body as Body;
  }

  /** How much the server has said so far: where to look for what comes next. */
  get logLength(): number {
    return this.#output().length;
  }

  /** The newest link of this kind, such as `confirm`, in what the server said after `after`. */
  async linkInLog(kind: string, after = 0): Promise<string> {
    const pattern = new RegExp(`/${kind}/([\\w-]{20,})`, 'g');
    for (const deadlineMs = Date.now() + linkTimeoutMs; Date.now() < deadlineMs; ) {
      const found = [...this.#output().slice(after).matchAll(pattern)].at(-1)?.[1];
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`no /${kind}/ link appeared in the server's log`);
  }

  /** Signs somebody up by the link in the log, as on one machine without mail. */
  async makeAccount(name: string): Promise<Account> {
    const email = `${name.toLowerCase().replaceAll(/[^a-z]/g, '')}-${uuidv7()}@example.org`;
    const before = this.logLength;
    await this.must(202, 'POST', '/accounts', { body: { name, email, password: testPassword } });
    const body = { token: await this.linkInLog('confirm', before) };
    return accountOf(await this.ask('POST', '/email-confirmations', { body }), email);
  }

  async makeGuest(name: string): Promise<Account> {
    return accountOf(await this.ask('POST', '/guests', { body: { name } }), '');
  }

  /** Makes the first operator by the link that the server printed. */
  async claimOperator(name: string): Promise<Account> {
    const email = `${name.toLowerCase()}-${uuidv7()}@example.org`;
    const body = { token: await this.linkInLog('setup'), name, email, password: testPassword };
    return accountOf(await this.ask('POST', '/operators', { body }), email);
  }

  /** Makes a space and gives its id. */
  async makeSpace(owner: Account, settings: object = {}): Promise<string> {
    const body = { name: 'Office', mapId: 'office', visibility: 'public', ...settings };
    const made = await this.must<{ space: { id: string } }>(201, 'POST', '/spaces', {
      cookie: owner.cookie,
      body,
    });
    return made.space.id;
  }

  /** The secret of a new invitation. */
  async invite(owner: Account, spaceId: string, settings: object = {}): Promise<string> {
    const path = `/spaces/${spaceId}/invitations`;
    const made = await this.must<{ path: string }>(201, 'POST', path, {
      cookie: owner.cookie,
      body: settings,
    });
    return made.path.split('/').at(-1) ?? '';
  }

  /** Makes somebody a member by an invitation that they take. */
  async admit(owner: Account, spaceId: string, someone: Account, role = 'member'): Promise<void> {
    const token = await this.invite(owner, spaceId, { role });
    await this.must(200, 'POST', `/invitations/${token}/acceptance`, { cookie: someone.cookie });
  }

  /** Stands in a space over a socket until `close`. */
  async join(spaceId: string, someone: Account): Promise<Socket> {
    const { ticket } = await this.must<{ ticket: string }>(201, 'POST', '/tickets', {
      cookie: someone.cookie,
      body: { spaceId, sessionId: uuidv7() },
    });
    const socket = io(`${this.url}/space`, {
      transports: ['websocket'],
      auth: { token: ticket },
      query: { spaceId },
      reconnection: false,
      forceNew: true,
    });
    this.#sockets.push(socket);
    const joined = await socket.timeout(10_000).emitWithAck('join', { spaceId });
    if (!('self' in joined)) throw new Error(`${someone.name} could not join: ${JSON.stringify(joined)}`);
    return socket;
  }

  /** Closes the sockets. */
  close(): void {
    for (const socket of this.#sockets) socket.close();
  }
}

function accountOf(reply: Reply, email: string): Account {
  const body = reply.body as { user?: { id: string; name: string } };
  if (body.user === undefined) throw new Error(`nobody was made: ${JSON.stringify(reply)}`);
  const cookies = reply.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  return { id: body.user.id, name: body.user.name, email, cookie: cookies.join('; ') };
}
