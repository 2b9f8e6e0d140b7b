import type { Page, WebSocketRoute } from '@playwright/test';

/** The network cable of one page: what is open is cut, and nothing new comes through until it is plugged in again. */
export class Cable {
  readonly #page: Page;
  readonly #sockets = new Set<WebSocketRoute>();
  #isPulled = false;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Has to be there before the page opens its first connection. */
  static async of(page: Page): Promise<Cable> {
    const cable = new Cable(page);
    await page.routeWebSocket(/\/socket\.io\//, (socket) => cable.#carry(socket));
    return cable;
  }

  async pull(): Promise<void> {
    this.#isPulled = true;
    await this.#page.context().setOffline(true);
    await Promise.all([...this.#sockets].map((socket) => socket.close()));
    this.#sockets.clear();
  }

  async plug(): Promise<void> {
    this.#isPulled = false;
    await this.#page.context().setOffline(false);
  }

  async #carry(socket: WebSocketRoute): Promise<void> {
    if (this.#isPulled) {
      await socket.close();
      return;
    }
    const server = socket.connectToServer();
    this.#sockets.add(socket).add(server);
  }
}
