'use client';

import { type SubmitEvent, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { CopyField } from '#components/ui/CopyField.tsx';
import { FormProblem } from '#components/ui/FormProblem.tsx';
import { Select } from '#components/ui/Select.tsx';
import { useIntentKey } from '#hooks/live/useIntentKey.ts';
import { useVisit } from '#hooks/SpaceContext.ts';
import { useAction } from '#hooks/useAction.ts';
import { grantableRoles, type Role } from '#lib/domain/access/roles.ts';
import { memberRoutes } from '#lib/protocol/rest/members.ts';
import { isValidity, validities, validityS } from './lasting.ts';

interface Made {
  readonly url: string;
  /** ISO 8601; null: it does not end by itself. */
  readonly expiresAt: string | null;
}

/** Makes an invitation link: for which role, and for how long. */
export function InviteForm({ role: ownRole }: { role: Role | null }) {
  const t = useTranslations();
  const grantable = grantableRoles(ownRole);
  const [role, setRole] = useState<Role>('member');
  const [validity, setValidity] = useState<keyof typeof validityS>('week');
  const [made, setMade] = useState<{ readonly count: number; readonly last: Made } | null>(null);
  const invite = useInvite();

  async function create(): Promise<void> {
    // Making another of the same kind is a new intent.
    const nth = made?.count ?? 0;
    const last = await invite.run(role, validityS[validity], nth);
    if (last !== undefined) setMade({ count: nth + 1, last });
  }

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    void create();
  }

  return (
    <form onSubmit={submit} className="grid gap-4">
      <FormProblem error={invite.error} />
      <Select
        label={t('inviteDialog.role')}
        icon="person"
        value={role}
        options={grantable.map((value) => ({ value, label: t(`roleNames.${value}`) }))}
        onChange={(value) => setRole(grantable.find((each) => each === value) ?? role)}
      />
      <Select
        label={t('inviteDialog.expires')}
        icon="clock"
        value={validity}
        options={validities.map((value) => ({ value, label: t(`inviteDialog.${value}`) }))}
        onChange={(value) => isValidity(value) && setValidity(value)}
      />
      <div role="status">{made && <MadeLink made={made.last} />}</div>
      <Button
        type="submit"
        tone={made === null ? 'primary' : 'line'}
        icon="link"
        disabled={invite.isPending}
        aria-busy={invite.isPending}
      >
        {submitLabel()}
      </Button>
    </form>
  );

  function submitLabel(): string {
    if (invite.isPending) return t('inviteDialog.creating');
    return made === null ? t('inviteDialog.create') : t('inviteDialog.another');
  }
}

function MadeLink({ made }: { made: Made }) {
  const t = useTranslations('inviteDialog');
  const format = useFormatter();
  const until = made.expiresAt === null ? null : new Date(made.expiresAt);
  const hint =
    until === null
      ? t('madeOpen')
      : t('madeUntil', { until: format.dateTime(until, { dateStyle: 'medium', timeStyle: 'short' }) });
  return <CopyField label={t('made')} value={made.url} hint={hint} />;
}

function useInvite() {
  const { api, space } = useVisit();
  const intentKey = useIntentKey();
  return useAction(async (role: Role, expiresInS: number | null, nth: number): Promise<Made> => {
    const params = { space: space.getState().space?.id ?? '' };
    const body = { role, expiresInS };
    const idempotencyKey = intentKey({ ...body, nth });
    const { reply } = await api.call(memberRoutes.createInvitation, { params, body }, { idempotencyKey });
    return { url: window.location.origin + reply.path, expiresAt: reply.invitation.expiresAt };
  });
}
