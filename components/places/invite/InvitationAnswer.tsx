'use client';

import { useTranslations } from 'use-intl';
import { Avatar } from '#components/ui/Avatar.tsx';
import { Button } from '#components/ui/Button.tsx';
import { FormProblem } from '#components/ui/FormProblem.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { type InvitationForm, useInvitation } from '#hooks/places/useInvitation.ts';
import { useViewer } from '#hooks/useViewer.ts';
import type { Viewer } from '#hooks/viewer.ts';
import { AccountLinks } from './AccountLinks.tsx';
import { GuestAnswer } from './GuestAnswer.tsx';

interface InvitationAnswerProps {
  token: string;
  needsAccount: boolean;
}

/** How an invitation can be taken by whoever looks at it: as who they are, as a guest, or with an account. */
export function InvitationAnswer({ token, needsAccount }: InvitationAnswerProps) {
  const t = useTranslations('invitation');
  const viewer = useViewer();
  const form = useInvitation(token);
  const returnTo = `/invite/${token}`;
  const isBarred = needsAccount && (viewer === null || viewer.isGuest);
  if (isBarred) {
    return (
      <div className="grid gap-4">
        <Notice tone="lagoon" icon="person">
          {t('needsAccount')}
        </Notice>
        <AccountLinks returnTo={returnTo} isMain />
      </div>
    );
  }
  return (
    <div className="grid gap-4">
      <FormProblem error={form.error} />
      {viewer === null ? <GuestAnswer form={form} /> : <KnownAnswer viewer={viewer} form={form} />}
      {(viewer === null || viewer.isGuest) && (
        <>
          <p className="text-center text-13 text-ink-soft">{t('or')}</p>
          <AccountLinks returnTo={returnTo} />
        </>
      )}
    </div>
  );
}

function KnownAnswer({ viewer, form }: { viewer: Viewer; form: InvitationForm }) {
  const t = useTranslations('invitation');
  return (
    <>
      <div className="flex min-h-16 items-center gap-3 rounded-md bg-sunken py-2.5 ps-3 pe-3">
        <Avatar cast={viewer.cast} size={40} />
        <p className="min-w-0 flex-1">
          <span className="block text-12 text-ink-soft">{t('asWhom')}</span>
          <b className="block truncate text-16 leading-snug">{viewer.name}</b>
        </p>
      </div>
      <Button
        tone="primary"
        size="large"
        disabled={form.isPending}
        aria-busy={form.isPending}
        onClick={form.accept}
      >
        {form.isPending ? t('accepting') : t('accept')}
      </Button>
    </>
  );
}
