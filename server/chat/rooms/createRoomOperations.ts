import type { ChatContext, ChatOperationsOf, RoomOperationName } from '../context.ts';
import { figureOperations } from '../moderation/figureOperations.ts';
import { filterOperations } from '../moderation/filterOperations.ts';
import { muteOperations } from '../moderation/muteOperations.ts';
import { reportOperations } from '../moderation/reportOperations.ts';
import { directOperations } from './directRooms.ts';
import { fileOperations } from './fileOperations.ts';
import { joiningOperations } from './joining.ts';
import { memberOperations } from './memberOperations.ts';
import { roomOperations } from './roomOperations.ts';

/** All operations of rooms and their people, of moderation, figures and files. Each judges rights by itself. */
export function createRoomOperations(context: ChatContext): ChatOperationsOf<RoomOperationName> {
  return {
    ...roomOperations(context),
    ...joiningOperations(context),
    ...directOperations(context),
    ...memberOperations(context),
    ...fileOperations(context),
    ...reportOperations(context),
    ...filterOperations(context),
    ...muteOperations(context),
    ...figureOperations(context),
  };
}
