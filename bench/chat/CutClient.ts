/** A client of either server. */
export interface CutLink {
  readonly roomId: string;
  connect(): Promise<void>;
  cut(): void;
  send(): Promise<number>;
}

type OnMessage = (ageMs: number, seq: number) => void;

/** A client that is cut off again and again, and what of its room's messages reached it. They are numbered from 1. */
export class CutClient {
  readonly link: CutLink;
  /** Messages that came once or more. */
  delivered = 0;
  /** Messages that came after a later one, or again. */
  outOfOrder = 0;
  /** How long it took to get everything that was missed, in ms, once per cut. */
  readonly replaysMs: number[] = [];
  #latest = 0;
  /** Everything up to here is there. */
  #complete = 0;
  readonly #ahead = new Set<number>();
  #missing: { readonly upTo: number; readonly sinceMs: number } | null = null;

  constructor(make: (onMessage: OnMessage) => CutLink) {
    this.link = make((_, seq) => this.#take(seq));
  }

  /** All messages up to this number are there. */
  get complete(): number {
    return this.#complete;
  }

  /** Whether all messages of the room up to this number are there. */
  has(seq: number): boolean {
    return this.#complete >= seq;
  }

  /** The network is there again; everything up to a number was written meanwhile. */
  async comeBack(upTo: number): Promise<void> {
    this.#missing = { upTo, sinceMs: performance.now() };
    await this.link.connect();
    this.#check();
  }

  #take(seq: number): void {
    if (seq <= this.#latest) this.outOfOrder += 1;
    if (seq <= this.#complete || this.#ahead.has(seq)) return;
    this.delivered += 1;
    this.#latest = Math.max(this.#latest, seq);
    this.#ahead.add(seq);
    while (this.#ahead.delete(this.#complete + 1)) this.#complete += 1;
    this.#check();
  }

  #check(): void {
    if (this.#missing === null || !this.has(this.#missing.upTo)) return;
    this.replaysMs.push(performance.now() - this.#missing.sinceMs);
    this.#missing = null;
  }
}
