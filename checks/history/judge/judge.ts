import type { History } from '../History.ts';
import type { Fault } from './Fault.ts';
import {
  heardInOrder,
  nothingAfterRemoval,
  observedIsStored,
  replayIsWhole,
  viewIsStored,
} from './observedRules.ts';
import {
  acknowledgedIsStored,
  numberedWithoutGap,
  senderOrder,
  stateIsTheLog,
  storedOnce,
  storedWasAsked,
} from './storedRules.ts';

const judgements = [
  acknowledgedIsStored,
  storedOnce,
  storedWasAsked,
  numberedWithoutGap,
  stateIsTheLog,
  observedIsStored,
  heardInOrder,
  replayIsWhole,
  senderOrder,
  viewIsStored,
  nothingAfterRemoval,
];

/** Everything that is wrong with a history; nothing, when all the rules hold. */
export function judge(history: History): Fault[] {
  return judgements.flatMap((look) => look(history));
}
