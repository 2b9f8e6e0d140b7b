import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chatFilesContract } from './contract/chatFiles.ts';
import { chatLogContract } from './contract/chatLog.ts';
import { chatModerationContract } from './contract/chatModeration.ts';
import { chatroomsContract } from './contract/chatrooms.ts';
import { credentialsContract } from './contract/credentials.ts';
import { idempotencyContract } from './contract/idempotency.ts';
import { invitationsContract } from './contract/invitations.ts';
import { lifetimeContract } from './contract/lifetime.ts';
import { membershipsContract } from './contract/memberships.ts';
import { moderationContract } from './contract/moderation.ts';
import { positionsContract } from './contract/positions.ts';
import { spacesContract } from './contract/spaces.ts';
import { usersContract } from './contract/users.ts';
import type { Store } from './ports.ts';

/** What every store does, whatever it stands on. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`store: ${name}`, () => {
    let opened: Store;
    const store = () => opened;

    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.close());

    it('knows no operator at first', async () => {
      expect(await store().users.hasOperator()).toBe(false);
    });

    usersContract(store);
    lifetimeContract(store);
    credentialsContract(store);
    spacesContract(store);
    membershipsContract(store);
    invitationsContract(store);
    moderationContract(store);
    idempotencyContract(store);
    positionsContract(store);
    chatroomsContract(store);
    chatLogContract(store);
    chatFilesContract(store);
    chatModerationContract(store);

    it('answers a ping', async () => {
      await expect(store().ping()).resolves.toBeUndefined();
    });
  });
}
