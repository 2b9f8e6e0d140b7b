import { personRate, roomRate, typingMs } from '#lib/domain/chat/limits.ts';
import type { BucketRules } from '#lib/domain/tokenBucket.ts';

export interface ChatSettings {
  /** Messages and other acts of one person, over all rooms. */
  readonly personRate: BucketRules;
  /** The same of everybody in one room. */
  readonly roomRate: BucketRules;
  /** How often somebody may say that they are typing. */
  readonly typingRate: BucketRules;
  /** How long somebody counts as typing without saying it again, in ms. */
  readonly typingMs: number;
  /** How long what was read of rights and names is believed without a word that it changed, in ms. */
  readonly readingMs: number;
  /** Most drafts in one transaction. */
  readonly batchMost: number;
  /** Most drafts that wait for theirs; beyond them nothing is taken. */
  readonly waitingMost: number;
  /** Longest time a read mark waits to be written, in ms. */
  readonly markMs: number;
  /** Rooms with more members do not tell them who has read up to where. */
  readonly readStateMembersMost: number;
  /** How long an entry that came before its forerunner waits for it, in ms, before the log is asked. */
  readonly holeMs: number;
  /** How often rooms and people are looked at again without having been told to, in ms. */
  readonly reviewMs: number;
}

export const defaultChatSettings: ChatSettings = {
  personRate,
  roomRate,
  typingRate: { ratePerS: 1, burst: 5 },
  typingMs,
  readingMs: 15_000,
  batchMost: 500,
  waitingMost: 20_000,
  markMs: 500,
  readStateMembersMost: 50,
  holeMs: 50,
  reviewMs: 15_000,
};

/** Budgets of messages as they are, times a factor: for many people behind one address, and for load tests. */
export function scaledRates(factor: number): Pick<ChatSettings, 'personRate' | 'roomRate' | 'typingRate'> {
  const { personRate: person, roomRate: room, typingRate: typing } = defaultChatSettings;
  const times = ({ ratePerS, burst }: BucketRules): BucketRules => ({
    ratePerS: ratePerS * factor,
    burst: burst * factor,
  });
  return { personRate: times(person), roomRate: times(room), typingRate: times(typing) };
}
