import type { ChatPort } from '#server/chat/ports.ts';
import { createHttpChatPort } from '#server/cluster/createHttpChatPort.ts';
import type { MortalServer } from './MortalServer.ts';

/** The owner of all rooms, who asks as REST does: over signed HTTP. Rejects while the server is away. */
export class Owner {
  readonly #server: MortalServer;
  readonly #actor: { readonly userId: string; readonly linkId: null };

  constructor(server: MortalServer, userId: string) {
    this.#server = server;
    this.#actor = { userId, linkId: null };
  }

  /** Number of a room's latest entry. */
  async lastSeq(roomId: string): Promise<number> {
    return (await this.#chat().ask('get-room', this.#actor, { roomId })).room.lastSeq;
  }

  async remove(roomId: string, userId: string): Promise<void> {
    await this.#chat().ask('remove-room-member', this.#actor, { roomId, userId });
  }

  async readmit(roomId: string, userId: string): Promise<void> {
    await this.#chat().ask('set-room-member', this.#actor, { roomId, userId, role: 'member' });
  }

  #chat(): ChatPort {
    const { port, controlSecret } = this.#server;
    return createHttpChatPort({ baseUrl: `http://127.0.0.1:${port}`, secret: controlSecret });
  }
}
