'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { leaveFor } from '#hooks/leaveFor.ts';
import { rememberName } from '#hooks/rememberedName.ts';
import { useAction } from '#hooks/useAction.ts';
import { useApi } from '#hooks/useApi.ts';
import type { RestError } from '#lib/client/rest/RestError.ts';
import { usernameSchema } from '#lib/protocol/common.ts';
import { memberRoutes } from '#lib/protocol/rest/members.ts';
import { sessionRoutes } from '#lib/protocol/rest/session.ts';

export interface InvitationForm {
  readonly problem: 'nameMissing' | 'nameRefused' | null;
  readonly error: RestError | null;
  readonly isPending: boolean;
  /** Takes the invitation as who I am already. */
  accept(): void;
  /** Takes it as a guest of this name. */
  acceptAs(name: string): void;
}

/** Takes an invitation and goes to the door of its space. */
export function useInvitation(token: string): InvitationForm {
  const api = useApi();
  const router = useRouter();
  const [isGoing, startGoing] = useTransition();
  const [problem, setProblem] = useState<InvitationForm['problem']>(null);

  const take = useAction(async (newName: string | null) => {
    if (newName !== null) {
      await api.call(sessionRoutes.enterAsGuest, { body: { name: newName } });
      rememberName(newName);
    }
    const { reply } = await api.call(memberRoutes.acceptInvitation, { params: { token } });
    const door = `/space/${reply.slug}`;
    // A new guest was nobody until now, and the pages that are loaded still think so.
    if (newName !== null) await leaveFor(door);
    startGoing(() => router.push(door));
  });

  return {
    problem,
    error: take.error,
    isPending: take.isPending || isGoing,
    accept: () => void take.run(null),
    acceptAs(written) {
      const name = usernameSchema.safeParse(written);
      if (name.success) {
        setProblem(null);
        void take.run(name.data);
      } else setProblem(written.trim() === '' ? 'nameMissing' : 'nameRefused');
    },
  };
}
