/** What must hold of every run. */
export const rules = [
  /** What was acknowledged is stored, under the number and the id that were named. */
  'acknowledged-is-stored',
  /** Nothing is stored twice. */
  'stored-once',
  /** Nothing is stored that nobody asked for. */
  'stored-was-asked',
  /** A room’s numbers rise from 1 without a gap. */
  'numbered-without-gap',
  /** Messages stand as the events of their room left them. */
  'state-is-the-log',
  /** What is heard and replayed is what is stored under that number. */
  'observed-is-stored',
  /** What comes live comes in the log’s order, without a hole. */
  'heard-in-order',
  /** A replay holds exactly what followed. */
  'replay-is-whole',
  /** One person’s acknowledged messages stand in the order in which they sent them. */
  'sender-order',
  /** In the end every page shows what is stored. */
  'view-is-stored',
  /** Who was removed observes nothing that was written afterwards. */
  'nothing-after-removal',
] as const;

export type Rule = (typeof rules)[number];

/** One thing that is wrong, with what shows it. */
export interface Fault {
  readonly rule: Rule;
  readonly detail: string;
}

export const fault = (rule: Rule, detail: string): Fault => ({ rule, detail });
