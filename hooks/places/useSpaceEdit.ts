'use client';

import { useState } from 'react';
import { useAction } from '#hooks/useAction.ts';
import { useApi } from '#hooks/useApi.ts';
import type { ApiInput } from '#lib/client/rest/createApiClient.ts';
import { RestError } from '#lib/client/rest/RestError.ts';
import { type SpaceView, spaceRoutes } from '#lib/protocol/rest/spaces.ts';
import {
  asMet,
  asSaved,
  type Edit,
  hasUnsaved,
  isGroundOf,
  startEdit,
  unsaved,
  withChange,
  withoutChanges,
} from './edit.ts';

export type SpacePatchBody = ApiInput<typeof spaceRoutes.updateSpace>['body'];

interface SpaceEditWays<Values extends object> {
  /** The fields of the form, out of a space. */
  valuesOf(space: SpaceView): Values;
  /** What to send for the fields that were changed. */
  bodyOf(changed: Partial<Values>, values: Values): SpacePatchBody;
  onSaved(space: SpaceView): void;
}

export interface SpaceEdit<Values extends object> {
  readonly edit: Edit<Values>;
  readonly isDirty: boolean;
  readonly isPending: boolean;
  readonly error: RestError | null;
  change(over: Partial<Values>): void;
  discard(): void;
  save(): void;
}

/**
 * Edits a space so that nobody's change is lost: a save names the version it was made on, and when somebody else was
 * faster both edits are brought together and shown before the next save.
 */
export function useSpaceEdit<Values extends object>(
  space: SpaceView,
  { valuesOf, bodyOf, onSaved }: SpaceEditWays<Values>,
): SpaceEdit<Values> {
  const api = useApi();
  const [edit, setEdit] = useState(() => startEdit(valuesOf(space)));
  const params = { space: space.id };

  async function look(): Promise<{ stored: Values; etag: string | null }> {
    const { reply, etag } = await api.call(spaceRoutes.getSpace, { params });
    return { stored: valuesOf(reply.space), etag };
  }

  async function send(ifMatch: string | null): Promise<void> {
    const body = bodyOf(unsaved(edit), edit.values);
    const { reply, etag } = await api.call(spaceRoutes.updateSpace, { params, body }, { ifMatch });
    setEdit(asSaved(valuesOf(reply.space), etag));
    onSaved(reply.space);
  }

  /** Whether the save got through; not so when the version that it names is no longer the latest. */
  async function isSent(ifMatch: string): Promise<boolean> {
    try {
      await send(ifMatch);
      return true;
    } catch (error) {
      if (error instanceof RestError && error.code === 'precondition_failed') return false;
      throw error;
    }
  }

  const saving = useAction(async () => {
    if (edit.etag !== null && (await isSent(edit.etag))) return;
    // Without a good tag the latest version is looked at. Where it is what this edit began with, the save goes on.
    const { stored, etag } = await look();
    if (isGroundOf(edit, stored)) await send(etag);
    else setEdit(asMet(edit, stored, etag));
  });

  return {
    edit,
    isDirty: hasUnsaved(edit),
    isPending: saving.isPending,
    error: saving.error,
    change(over) {
      setEdit(withChange(edit, over));
      saving.reset();
    },
    discard() {
      setEdit(withoutChanges(edit));
      saving.reset();
    },
    save: () => void saving.run(),
  };
}
