import type { BrowserContext, Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Role } from '#lib/domain/access/roles.ts';
import type { Tile } from '#lib/domain/geometry.ts';
import type { Grid } from '#lib/domain/grid.ts';
import type { Account } from '../../server/testing/RunningApi.ts';
import { installProbe, type ProbeReport, probeBinding } from './probe.ts';
import { nextKey } from './route.ts';
import type { Server } from './server.ts';
import { signIn } from './world.ts';

/** How somebody's browser is. */
export interface PersonOptions {
  /** `false`: the browser refuses camera and microphone. */
  readonly allowsDevices?: boolean;
  /** The browser refuses sound until this very page was touched. */
  readonly holdsSoundBack?: boolean;
  readonly viewport?: { width: number; height: number };
}

/**
 * One named person with a browser of their own. What they see and hear is told by their page, not asked of it: Playwright's
 * locators and `evaluate` count as a touch of the page, which would unlock sound that a person's browser keeps locked.
 */
export class Person {
  readonly name: string;
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #grid: Grid;
  #latest: ProbeReport | null = null;

  private constructor(name: string, page: Page, context: BrowserContext, grid: Grid) {
    this.name = name;
    this.page = page;
    this.#context = context;
    this.#grid = grid;
  }

  /** Opens a page with the probe in it. */
  static async arrive(name: string, context: BrowserContext, grid: Grid): Promise<Person> {
    const page = await context.newPage();
    const person = new Person(name, page, context, grid);
    await page.exposeBinding(probeBinding, (_source, report: ProbeReport) => {
      person.#latest = report;
    });
    await page.addInitScript(installProbe, probeBinding);
    return person;
  }

  /** Signs this browser in as somebody who was made over the API. */
  async signIn(server: Pick<Server, 'url'>, account: Account): Promise<void> {
    await signIn(this.#context, server, account);
  }

  /** Goes through the door into the demo space and waits until the avatar stands on the map. */
  async enter(url: string): Promise<void> {
    await this.enterSpace(url, 'demo');
  }

  /** The same for any space, by its id or address. */
  async enterSpace(url: string, space: string): Promise<void> {
    // The door's button is what is waited for; a picture that is late keeps nobody out.
    await this.page.goto(`${url}/space/${space}`, { waitUntil: 'commit' });
    await this.goThroughDoor();
  }

  /** Through the door on the page: a newcomer says their name, whoever has an account is known. */
  async goThroughDoor(): Promise<void> {
    const enter = this.page.getByRole('button', { name: /^Enter/ });
    await enter.waitFor();
    const name = this.page.getByLabel('Your name');
    if (await name.isVisible()) await name.fill(this.name);
    await enter.click();
    await this.isLive();
  }

  /** What they may do here follows this role. */
  async isIn(role: Role): Promise<void> {
    await this.page.locator(`[data-testid="space"][data-role="${role}"]`).waitFor();
  }

  async isLive(): Promise<void> {
    await this.#until(
      'is connected and can walk',
      (report) => `${report.space?.connection} ${report.space?.stage}`,
      'live open',
    );
  }

  /** Where the avatar stands, in tiles. Throws while it stands nowhere. */
  tile(): Tile {
    const at = this.#latest?.space;
    if (at === null || at === undefined || Number.isNaN(at.x))
      throw new Error(`${this.name} stands nowhere yet`);
    return { x: at.x, y: at.y };
  }

  /**
   * Walks to a tile by single key presses, each awaited. A step that comes to nothing is made again, as a person would,
   * and is told in the log: it happened once, on a busy machine, just as a call began.
   */
  async walkTo(goal: Tile): Promise<void> {
    for (let at = this.tile(); ; at = this.tile()) {
      const key = nextKey(this.#grid, at, goal);
      if (key === null) return;
      let presses = 0;
      await expect(async () => {
        presses += 1;
        if (presses > 1) console.warn(`${this.name} presses ${key} again at ${at.x},${at.y}`);
        await this.page.keyboard.press(key);
        await expect
          .poll(() => this.tile(), {
            message: `${this.name} makes a step`,
            intervals: [20, 40, 80],
            timeout: 4_000,
          })
          .not.toEqual(at);
      }).toPass({ timeout: 15_000 });
    }
  }

  async expectTile(tile: Tile): Promise<void> {
    await expect
      .poll(() => this.tile(), { message: `${this.name} stands on ${tile.x},${tile.y}` })
      .toEqual(tile);
  }

  /** In a call over this path with this many tiles, the own one included. */
  async isInCall(mode: 'p2p' | 'sfu', tiles: number): Promise<void> {
    await this.#until(
      `is in a call of ${tiles} over ${mode}`,
      (report) => `${report.space?.mode} ${report.tiles.length}`,
      `${mode} ${tiles}`,
    );
  }

  /** The call's id, as the tile strip names it. */
  callId(): string {
    return this.#latest?.space?.callId ?? '';
  }

  async isReconnecting(): Promise<void> {
    await this.#until('has lost the connection', (report) => report.space?.connection, 'reconnecting');
  }

  /** Reloads the page and answers the question whether to leave; nothing of the former page counts any more. */
  async reload(): Promise<void> {
    this.page.once('dialog', (dialog) => void dialog.accept());
    await this.page.reload();
    this.#latest = null;
  }

  /** The same person in another tab of the same browser. */
  secondTab(): Promise<Person> {
    return Person.arrive(this.name, this.#context, this.#grid);
  }

  async isAlone(): Promise<void> {
    await this.#until('is in no call', (report) => report.space?.mode, 'none');
  }

  /** Frames of this many other people's pictures grow in this person's tiles. */
  async sees(others: number): Promise<void> {
    const before = this.#framesBySession();
    await expect
      .poll(() => this.#growing(before), {
        message: `${this.name} sees ${others} moving pictures of others`,
        timeout: 20_000,
      })
      .toBe(others);
  }

  /** This many remote voices are played and grow in energy. */
  async hears(others: number): Promise<void> {
    await expect
      .poll(() => this.#latest?.audible ?? 0, {
        message: `${this.name} hears ${others}`,
        timeout: 20_000,
        intervals: [50],
      })
      .toBe(others);
  }

  /** The browser holds the sound back and the page says so. */
  async isAskedToTap(): Promise<void> {
    await this.#until('is asked to tap', (report) => report.asksForTap, true);
  }

  /** From now on silence is counted anew. */
  async listen(): Promise<void> {
    await this.page.evaluate(() => window.dispatchEvent(new Event('vicinity-probe-listen')));
  }

  /** Longest silence in ms since `listen`. */
  longestSilenceMs(): number {
    return this.#latest?.longestSilenceMs ?? Number.POSITIVE_INFINITY;
  }

  /** When that silence was, and in which call. */
  longestSilenceAt(): string {
    return this.#latest?.longestSilenceAt ?? '';
  }

  /** Peer connections that are open in this page. */
  openConnections(): number {
    return this.#latest?.openConnections ?? 0;
  }

  /** A name as it stands on a tile. */
  tileOf(name: string): Locator {
    return this.page.getByTestId('tile').filter({ hasText: name });
  }

  async close(): Promise<void> {
    await this.#context.close();
  }

  async #until(what: string, read: (report: ProbeReport) => unknown, wanted: unknown): Promise<void> {
    await expect
      .poll(() => (this.#latest === null ? null : read(this.#latest)), {
        message: `${this.name} ${what}`,
        timeout: 25_000,
        intervals: [50],
      })
      .toEqual(wanted);
  }

  #framesBySession(): Map<string, number> {
    return new Map((this.#latest?.tiles ?? []).map((tile) => [tile.session, tile.frames]));
  }

  #growing(before: ReadonlyMap<string, number>): number {
    const tiles = this.#latest?.tiles ?? [];
    return tiles.filter(
      (tile) => tile.session !== 'self' && tile.frames > (before.get(tile.session) ?? 0) + 2,
    ).length;
  }
}
