'use client';

import { type SubmitEvent, useState } from 'react';
import { focusFirstWrong } from '#hooks/forms/useFieldForm.ts';
import { useAction } from '#hooks/useAction.ts';
import type { RestError } from '#lib/client/rest/RestError.ts';
import { type RoomDraft, type RoomProblems, roomProblems } from './roomDraft.ts';

export interface RoomForm {
  readonly draft: RoomDraft;
  /** Shown after the first try to send. */
  readonly problems: RoomProblems;
  readonly isPending: boolean;
  readonly error: RestError | null;
  change(over: Partial<RoomDraft>): void;
  submit(event: SubmitEvent<HTMLFormElement>): void;
}

/** The form of a chatroom. `save` rejects with `RestError` when it is refused. */
export function useRoomForm(first: RoomDraft, save: (draft: RoomDraft) => Promise<void>): RoomForm {
  const [draft, setDraft] = useState(first);
  const [isTried, setTried] = useState(false);
  const saving = useAction(save);
  return {
    draft,
    problems: isTried ? roomProblems(draft) : {},
    isPending: saving.isPending,
    error: saving.error,
    change(over) {
      setDraft({ ...draft, ...over });
      saving.reset();
    },
    submit(event) {
      event.preventDefault();
      event.stopPropagation();
      setTried(true);
      const form = event.currentTarget;
      if (Object.keys(roomProblems(draft)).length === 0) void saving.run(draft);
      // The complaints stand in the page once it is drawn again.
      else requestAnimationFrame(() => focusFirstWrong(form));
    },
  };
}
