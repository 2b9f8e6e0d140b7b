/** One decision of a run. People and rooms are numbers; `target` (0 to 1) picks one of the messages that are shown. */
export type Step =
  | { readonly kind: 'send'; readonly who: number; readonly room: number; readonly words: string }
  | {
      readonly kind: 'reply';
      readonly who: number;
      readonly room: number;
      readonly target: number;
      readonly words: string;
    }
  | {
      readonly kind: 'edit';
      readonly who: number;
      readonly room: number;
      readonly target: number;
      readonly words: string;
    }
  | { readonly kind: 'delete'; readonly who: number; readonly room: number; readonly target: number }
  | {
      readonly kind: 'react';
      readonly who: number;
      readonly room: number;
      readonly target: number;
      readonly emoji: string;
      readonly isOn: boolean;
    }
  | { readonly kind: 'pin'; readonly room: number; readonly target: number; readonly isOn: boolean }
  /** Everybody sends into one room at the same moment. */
  | { readonly kind: 'burst'; readonly room: number; readonly words: string }
  | { readonly kind: 'cut'; readonly who: number }
  /** Sends, and the line is cut when the answer is on it. */
  | { readonly kind: 'cut-unheard'; readonly who: number; readonly room: number; readonly words: string }
  /** Everybody sends, and the server dies some milliseconds later. */
  | { readonly kind: 'kill'; readonly room: number; readonly words: string; readonly afterMs: number }
  /** Everybody sends, and the server dies when it has committed and nobody has heard of it. */
  | { readonly kind: 'kill-unheard'; readonly room: number; readonly words: string }
  /** Somebody sends, and the server dies as soon as they have heard that it is written. */
  | { readonly kind: 'kill-heard'; readonly who: number; readonly room: number; readonly words: string }
  /** Waits until the server is there again. */
  | { readonly kind: 'await-server' }
  | { readonly kind: 'arrive'; readonly who: number }
  | { readonly kind: 'remove' | 'readmit'; readonly who: number; readonly room: number }
  | { readonly kind: 'pause'; readonly ms: number };

export interface PlanOptions {
  readonly seed: number;
  readonly people: number;
  readonly rooms: number;
  /** Random steps between one kill and the next, and before the first and after the last. */
  readonly stepsPerLife: number;
  readonly kills: readonly KillKind[];
}

export type KillKind = 'kill' | 'kill-unheard' | 'kill-heard';

/** Steps that happen while the server is away. */
const stepsWhileAway = 6;

const emojis = ['👍', '🎉', '❤️', '😂'] as const;

/** Numbers from 0 up to, not including, 1: the same for the same seed (mulberry32, by Tommy Ettinger). */
export function randomOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What happens in a run. The same options give the same steps. */
export function planOf(options: PlanOptions): Step[] {
  const { seed, people, rooms, stepsPerLife, kills } = options;
  const random = randomOf(seed);
  const below = (most: number): number => Math.floor(random() * most);
  let count = 0;
  const words = (): string => {
    count += 1;
    return `words ${seed}.${count}.`;
  };

  function randomStep(): Step {
    const at = { who: below(people), room: below(rooms), target: random() };
    const makers: readonly (readonly [weight: number, make: () => Step])[] = [
      [40, () => ({ kind: 'send', ...at, words: words() })],
      [8, () => ({ kind: 'reply', ...at, words: words() })],
      [9, () => ({ kind: 'edit', ...at, words: words() })],
      [5, () => ({ kind: 'delete', ...at })],
      [12, () => ({ kind: 'react', ...at, emoji: emojis[below(4)] ?? '👍', isOn: random() < 0.7 })],
      [4, () => ({ kind: 'pin', ...at, isOn: random() < 0.7 })],
      [4, () => ({ kind: 'burst', ...at, words: words() })],
      [5, () => ({ kind: 'cut', ...at })],
      [2, () => ({ kind: 'cut-unheard', ...at, words: words() })],
      [11, () => ({ kind: 'pause', ms: below(20) })],
    ];
    let dice = random() * 100;
    const chosen = makers.find(([weight]) => {
      dice -= weight;
      return dice < 0;
    });
    return chosen?.[1]() ?? { kind: 'pause', ms: 0 };
  }

  const randomSteps = (number: number): Step[] => Array.from({ length: number }, randomStep);

  function killStep(kind: KillKind): Step {
    const at = { room: below(rooms), words: words() };
    if (kind === 'kill') return { kind, ...at, afterMs: below(25) };
    // The first one stays in every room, so the server is sure to have something to say to them.
    return kind === 'kill-heard' ? { kind, ...at, who: 0 } : { kind, ...at };
  }

  /** The last one comes late, and the one before is removed and comes back while the others go on. */
  function comingAndGoing(lives: Step[][]): Step[][] {
    const leaver = { who: people - 2, room: below(rooms) };
    const insert = (life: number, share: number, step: Step): void => {
      const steps = lives[Math.min(life, lives.length - 1)] ?? [];
      steps.splice(Math.floor(steps.length * share), 0, step);
    };
    insert(lives.length - 1, 0.7, { kind: 'readmit', ...leaver });
    insert(0, 0.4, { kind: 'remove', ...leaver });
    insert(0, 0.2, { kind: 'arrive', who: people - 1 });
    return lives;
  }

  /** Each life has a moment in which everybody sends at once. */
  function life(): Step[] {
    const steps = randomSteps(stepsPerLife);
    return steps.toSpliced(below(stepsPerLife), 0, { kind: 'burst', room: below(rooms), words: words() });
  }

  const lives = comingAndGoing([life(), ...kills.map(life)]);
  return lives.flatMap((steps, index) => {
    const kind = kills[index];
    if (kind === undefined) return steps;
    return [...steps, killStep(kind), ...randomSteps(stepsWhileAway), { kind: 'await-server' as const }];
  });
}
