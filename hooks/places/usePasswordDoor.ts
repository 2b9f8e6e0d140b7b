'use client';

import { useState } from 'react';
import { rememberName } from '#hooks/rememberedName.ts';
import { useAction } from '#hooks/useAction.ts';
import { useApi } from '#hooks/useApi.ts';
import type { RestError } from '#lib/client/rest/RestError.ts';
import { usernameSchema } from '#lib/protocol/common.ts';
import { sessionRoutes } from '#lib/protocol/rest/session.ts';
import { type SpaceView, spaceRoutes } from '#lib/protocol/rest/spaces.ts';
import { type DoorVisitor, doorVisitorOf } from './doorVisitor.ts';

/** What is wrong with what was written at a door that asks for a password: keys of the messages of the door. */
export interface PasswordDoorProblems {
  readonly name?: 'nameMissing' | 'nameRefused';
  readonly password?: 'passwordMissing' | 'passwordWrong';
}

export interface PasswordDoor {
  readonly problems: PasswordDoorProblems;
  /** A refusal that belongs to no field. */
  readonly error: RestError | null;
  readonly isPending: boolean;
  /** `name` counts only where nobody is known yet. */
  submit(name: string, password: string): void;
}

type Found = (space: SpaceView, visitor: DoorVisitor | null) => void;

/** Says the password of a space; a newcomer says their name first and becomes a guest by it. */
export function usePasswordDoor(space: SpaceView, visitor: DoorVisitor | null, onFound: Found): PasswordDoor {
  const api = useApi();
  const [problems, setProblems] = useState<PasswordDoorProblems>({});
  /** A name that was taken stays taken, also when the password was wrong. */
  const [known, setKnown] = useState(visitor);

  async function identify(name: string): Promise<DoorVisitor> {
    const { reply } = await api.call(sessionRoutes.enterAsGuest, { body: { name } });
    rememberName(name);
    const guest = doorVisitorOf(reply.user);
    setKnown(guest);
    return guest;
  }

  const enter = useAction(async (name: string, password: string) => {
    const who = known ?? (await identify(name));
    const input = { params: { space: space.id }, body: { password } };
    const { reply } = await api.call(spaceRoutes.enterByPassword, input);
    onFound(reply.space, who);
  });

  function submit(written: string, password: string): void {
    const name = usernameSchema.safeParse(written);
    const isNameGood = known !== null || name.success;
    const found: PasswordDoorProblems = {
      ...(!isNameGood && { name: written.trim() === '' ? 'nameMissing' : 'nameRefused' }),
      ...(password === '' && { password: 'passwordMissing' }),
    };
    setProblems(found);
    enter.reset();
    if (Object.keys(found).length === 0) void enter.run(name.success ? name.data : '', password);
  }

  const isWrong = enter.error?.code === 'wrong_credentials';
  return {
    problems: isWrong ? { password: 'passwordWrong' } : problems,
    error: isWrong ? null : enter.error,
    isPending: enter.isPending,
    submit,
  };
}
