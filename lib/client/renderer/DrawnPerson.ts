import type { Facing } from '#lib/domain/geometry.ts';

/** Somebody as drawn in one frame; `feet` in map pixels. */
export interface DrawnPerson {
  readonly entity: number;
  readonly userId: string;
  readonly name: string;
  readonly cast: string;
  readonly feet: { readonly x: number; readonly y: number };
  readonly facing: Facing;
  readonly isWalking: boolean;
  readonly isSelf: boolean;
  readonly isResident: boolean;
  readonly isReconnecting: boolean;
  readonly presence: 'online' | 'away' | 'busy' | 'in-call' | 'offline';
}
