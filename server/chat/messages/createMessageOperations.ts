import type { ChatOperationsOf, MessageOperationName } from '../context.ts';
import type { MessageDeps } from './deps.ts';
import { createFinding } from './finding.ts';
import { createReading } from './reading.ts';
import { createWriting } from './writing.ts';

/** All operations of messages. Each judges rights by itself. */
export function createMessageOperations(deps: MessageDeps): ChatOperationsOf<MessageOperationName> {
  return { ...createWriting(deps), ...createReading(deps), ...createFinding(deps) };
}
