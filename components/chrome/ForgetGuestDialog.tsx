'use client';

import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '#components/ui/ConfirmDialog.tsx';
import type { Action } from '#hooks/useAction.ts';

interface ForgetGuestDialogProps {
  name: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  leaving: Action<[], void>;
}

/** Asks a guest before signing out, because there is no way back to what was theirs. */
export function ForgetGuestDialog({ name, open, onOpenChange, leaving }: ForgetGuestDialogProps) {
  const t = useTranslations('header');
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('signOutTitle', { name })}
      detail={t('signOutGuest', { name })}
      confirmLabel={t('signOut')}
      cancelLabel={t('signOutStay')}
      isPending={leaving.isPending}
      error={leaving.error}
      onConfirm={() => void leaving.run()}
    />
  );
}
