import { createCallClient } from '#lib/client/call/CallClient.ts';
import { obeyMuting } from '#lib/client/call/obeyMuting.ts';
import type { Devices } from '#lib/client/devices/createDevices.ts';
import { mediaStateOf } from '#lib/client/devices/deviceState.ts';
import { createApiClient } from '#lib/client/rest/createApiClient.ts';
import { createRestClient } from '#lib/client/rest/createRestClient.ts';
import { createSpaceSession } from '#lib/client/session/createSpaceSession.ts';
import { createNoticeBoard } from '#lib/client/space/createNoticeBoard.ts';
import { createSpaceStore } from '#lib/client/space/createSpaceStore.ts';
import { createVisitChat } from './chat/visitChat.ts';
import { openPersonal } from './openPersonal.ts';
import type { Visit } from './SpaceContext.ts';

export interface VisitOptions {
  readonly spaceId: string;
  readonly spaceName: string;
  readonly hasResident: boolean;
  /** Opened at the door and still open: the visit uses them but does not own them. */
  readonly devices: Devices;
}

/** Makes everything one visit needs and starts connecting. Subscriptions stand before the first message can come. */
export function createVisit({ spaceId, spaceName, hasResident, devices }: VisitOptions): Visit {
  const sessionId = newSessionId();
  const session = createSpaceSession({
    spaceId,
    sessionId,
    rest: createRestClient(),
    mediaState: () => mediaStateOf(devices.store.getState()),
  });
  const space = createSpaceStore({ session });
  const notices = createNoticeBoard(session);
  const api = createApiClient();
  const calls = createCallClient({
    signaling: session,
    devices,
    iceServers: [],
    self: { sessionId },
  });
  const stopObeying = obeyMuting(session, devices);
  const chat = createVisitChat(session);
  session.start();
  const personal = openPersonal(api);
  return {
    spaceName,
    hasResident,
    session,
    space,
    notices,
    personal,
    api,
    chat,
    calls,
    devices,
    stopObeying,
  };
}

/**
 * Ends what `createVisit` made, in the opposite order. Whoever goes to another page has left: no figure stays behind.
 */
export function disposeVisit({ session, space, notices, chat, calls, stopObeying }: Visit): void {
  chat.close();
  stopObeying();
  calls.dispose();
  notices.destroy();
  space.destroy();
  session.leave();
  session.close();
}

/** A version 4 UUID. `randomUUID` exists on secure pages only, and one may walk about without a camera on others. */
function newSessionId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
