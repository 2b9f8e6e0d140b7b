import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** Both ends of one connection that goes through. */
interface Pair {
  readonly near: Socket;
  readonly far: Socket;
  /** What the server said and the client has not heard. */
  held: Buffer[];
}

/**
 * The wire between one person and the server. It can be cut at any byte, and it can withhold what the server says, so
 * that an answer is surely on its way when the cut comes.
 */
export class Line {
  readonly #server: Server;
  readonly #pairs = new Set<Pair>();
  readonly #portOf: () => number | null;
  #isHolding = false;
  #cuts = 0;

  private constructor(portOf: () => number | null) {
    this.#portOf = portOf;
    this.#server = createServer({ noDelay: true }, (near) => this.#open(near));
  }

  /** @param portOf where the server listens; `null` while there is none. */
  static async open(portOf: () => number | null): Promise<Line> {
    const line = new Line(portOf);
    line.#server.listen(0, '127.0.0.1');
    await once(line.#server, 'listening');
    return line;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Connections that were cut so far. */
  get cuts(): number {
    return this.#cuts;
  }

  /** From now on the client hears nothing, until the line is cut. */
  hold(): void {
    this.#isHolding = true;
  }

  /** Whether the server has said these words while the line withheld them. */
  withholds(words: string): boolean {
    return [...this.#pairs].some(({ held }) => Buffer.concat(held).includes(words));
  }

  /** Ends what is open, both ways, without a word. What was withheld is lost; a new connection goes through. */
  cut(): void {
    this.#isHolding = false;
    for (const { near, far } of this.#pairs) {
      near.destroy();
      far.destroy();
      this.#cuts += 1;
    }
    this.#pairs.clear();
  }

  async close(): Promise<void> {
    this.cut();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #open(near: Socket): void {
    const port = this.#portOf();
    if (port === null) {
      near.destroy();
      return;
    }
    const far = connect({ port, host: '127.0.0.1', noDelay: true });
    const pair: Pair = { near, far, held: [] };
    this.#pairs.add(pair);
    near.on('data', (bytes) => far.write(bytes));
    far.on('data', (bytes) => {
      if (this.#isHolding) pair.held.push(bytes);
      else near.write(bytes);
    });
    const end = (): void => {
      this.#pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    // A broken wire says so in its own way on each side; what follows is the same.
    for (const socket of [near, far]) socket.on('error', end).on('close', end);
  }
}
