'use client';

import { useState } from 'react';
import { type Action, useAction } from '#hooks/useAction.ts';
import type { MuteView } from '#lib/protocol/chat/views.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import { type Restraint, useRestraints } from './useRestraints.ts';

export interface Mutes {
  readonly mutes: readonly MuteView[];
  /** Resolves with true when it is done. */
  readonly mute: Action<[PersonView, Restraint], true>;
  lift(mute: MuteView): void;
}

/** Who may not write in the chat of a space now. */
export function useMutes(spaceId: string, first: readonly MuteView[]): Mutes {
  const [mutes, setMutes] = useState(first);
  const without = (person: PersonView) => (known: readonly MuteView[]) =>
    known.filter((each) => each.person.id !== person.id);
  const restraints = useRestraints(spaceId, (person) => setMutes(without(person)));
  return {
    mutes,
    mute: useAction(async (person: PersonView, restraint: Restraint) => {
      const mute = await restraints.mute(person, restraint);
      setMutes((known) => [mute, ...without(person)(known)]);
      return true as const;
    }),
    lift: ({ person }) => void restraints.unmute(person),
  };
}
