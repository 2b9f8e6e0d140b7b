'use client';

import { useTranslations } from 'use-intl';
import { CopyField } from '#components/ui/CopyField.tsx';
import { Dialog } from '#components/ui/Dialog.tsx';
import { useSpaceKey, useSpaceName } from '#hooks/live/useSpaceFacts.ts';
import { useStanding } from '#hooks/live/useStanding.ts';
import { isAllowed } from '#lib/domain/access/permissions.ts';
import { InviteForm } from './InviteForm.tsx';

interface InviteDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** A link for others: an invitation where one may make them, else the space's own address. */
export function InviteDialog({ open, onOpenChange }: InviteDialogProps) {
  const t = useTranslations('inviteDialog');
  const me = useStanding();
  const space = useSpaceName();
  const key = useSpaceKey();
  const canInvite = isAllowed(me, 'create:invitation');
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('title', { space })}
      lead={canInvite ? t('leadInvite') : t('leadLink')}
    >
      {canInvite ? (
        <InviteForm role={me.role} />
      ) : (
        <CopyField label={t('link')} value={`${window.location.origin}/space/${key}`} />
      )}
    </Dialog>
  );
}
