import type { Browser, BrowserContextOptions, Page, WebSocketRoute } from 'playwright';
import { nextKey } from '../../e2e/support/route.ts';
import type { Tile } from '../../lib/domain/geometry.ts';
import type { Grid } from '../../lib/domain/grid.ts';

const timeoutMs = 120_000;
/** How long panels, pictures and the camera take to come to rest, in ms. A picture has no condition to wait for. */
const restMs = 900;

/** Somebody with a browser window, who visits the demo space to be photographed or to keep others company. */
export class Visitor {
  readonly page: Page;
  readonly #url: string;
  readonly #grid: Grid;
  readonly #sockets = new Set<WebSocketRoute>();

  private constructor(page: Page, url: string, grid: Grid) {
    this.page = page;
    this.#url = url;
    this.#grid = grid;
  }

  static async arrive(
    browser: Browser,
    url: string,
    grid: Grid,
    options: BrowserContextOptions = {},
  ): Promise<Visitor> {
    const context = await browser.newContext(options);
    const visitor = new Visitor(await context.newPage(), url, grid);
    visitor.page.setDefaultTimeout(timeoutMs);
    await visitor.page.routeWebSocket(/socket\.io/, (socket) => {
      socket.connectToServer();
      visitor.#sockets.add(socket);
    });
    return visitor;
  }

  async open(path: string): Promise<void> {
    await this.page.goto(this.#url + path);
  }

  /** Goes in through the door. Without a camera others see the drawing, which makes the better picture. */
  async enter(name: string, hasCamera = false): Promise<void> {
    await this.open('/space/demo');
    await this.page.getByLabel('Your name').fill(name);
    await this.#goIn(hasCamera);
  }

  /** The same for somebody with an account, at the door of any space. */
  async enterKnown(path: string): Promise<void> {
    await this.open(path);
    await this.#goIn(false);
  }

  async #goIn(hasCamera: boolean): Promise<void> {
    if (!hasCamera) await this.page.getByRole('button', { name: 'Turn camera off' }).click();
    await this.page.getByRole('button', { name: /^Enter/ }).click();
    await this.page.locator('[data-testid="space"][data-connection="live"]').waitFor();
    await this.page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
  }

  async walkTo(goal: Tile): Promise<void> {
    for (let key = nextKey(this.#grid, await this.#tile(), goal); key !== null; ) {
      const before = await this.#tile();
      await this.page.keyboard.down(key);
      const space = this.page.locator(
        `[data-testid="space"][data-tile-x="${before.x}"][data-tile-y="${before.y}"]`,
      );
      await space.waitFor({ state: 'detached' });
      await this.page.keyboard.up(key);
      key = nextKey(this.#grid, await this.#tile(), goal);
    }
  }

  /** Waits until this many tiles are shown, the own one included. */
  async hasTiles(count: number): Promise<void> {
    await this.page
      .getByTestId('tile')
      .nth(count - 1)
      .waitFor();
    await this.page.getByTestId('tile').nth(count).waitFor({ state: 'detached' });
    await this.page
      .locator('[data-testid="tile"]:not([data-connection="live"])')
      .first()
      .waitFor({ state: 'detached' });
  }

  /** Cuts the connection, and every new one. */
  async loseConnection(): Promise<void> {
    await this.page.route('**/api/v1/tickets', (route) => route.abort());
    for (const socket of this.#sockets) await socket.close();
    await this.page.locator('[data-testid="space"][data-connection="reconnecting"]').waitFor();
  }

  async photograph(path: string, isWhole = false): Promise<void> {
    await this.page.waitForTimeout(restMs);
    await this.page.screenshot({ path, fullPage: isWhole });
  }

  async secondTab(): Promise<Page> {
    return await this.page.context().newPage();
  }

  async goAway(): Promise<void> {
    await this.page.context().close();
  }

  async #tile(): Promise<Tile> {
    const space = this.page.getByTestId('space');
    return {
      x: Number(await space.getAttribute('data-tile-x')),
      y: Number(await space.getAttribute('data-tile-y')),
    };
  }
}
