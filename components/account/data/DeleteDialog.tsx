'use client';

import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '#components/ui/ConfirmDialog.tsx';
import { PasswordField } from '#components/ui/PasswordField.tsx';
import { type NeededSpace, spacesThatNeedMe } from '#hooks/account/neededSpaces.ts';
import { problemsOfRefusal } from '#hooks/forms/refusals.ts';
import { useProblemWords } from '#hooks/forms/useProblemWords.ts';
import { leaveFor } from '#hooks/leaveFor.ts';
import { useAction } from '#hooks/useAction.ts';
import { useApi } from '#hooks/useApi.ts';
import { forgetKeptChats } from '#lib/client/chat/keptTexts.ts';
import { RestError } from '#lib/client/rest/RestError.ts';
import { meRoutes } from '#lib/protocol/rest/me.ts';
import { LastOwnerNotice } from './LastOwnerNotice.tsx';

interface DeleteDialogProps {
  name: string;
  hasPassword: boolean;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

const passwordField = { password: 'password' } as const;

/** Asks for the name and the password before everything of mine goes. */
export function DeleteDialog({ name, hasPassword, open, onOpenChange }: DeleteDialogProps) {
  const t = useTranslations('accountData');
  const password = useRef<HTMLInputElement>(null);
  const problemWords = useProblemWords();
  const { deleting, needed } = useDeletion();
  const { error } = deleting;
  const problem = error === null ? undefined : problemsOfRefusal(error, passwordField).password;

  function confirm(): void {
    const typed = password.current?.value;
    void deleting.run({
      confirmation: name,
      ...(typed !== undefined && typed !== '' && { password: typed }),
    });
  }

  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('deleteDialog')}
      detail={t('deleteDialogLead')}
      confirmLabel={deleting.isPending ? t('deletePending') : t('deleteSubmit')}
      cancelLabel={t('deleteKeep')}
      nameToType={name}
      isPending={deleting.isPending}
      error={problem === undefined && error?.code !== 'last_owner' ? error : null}
      onConfirm={confirm}
    >
      {error?.code === 'last_owner' && <LastOwnerNotice spaces={needed} />}
      {hasPassword && (
        <PasswordField
          ref={password}
          label={t('deletePassword')}
          name="password"
          autoComplete="current-password"
          maxLength={200}
          error={problemWords(problem)}
        />
      )}
    </ConfirmDialog>
  );
}

interface Typed {
  confirmation: string;
  password?: string;
}

/** Deletes the account. Where a space would lose its only owner, it finds out which. */
function useDeletion() {
  const api = useApi();
  const [needed, setNeeded] = useState<readonly NeededSpace[]>([]);
  const deleting = useAction(async (body: Typed) => {
    try {
      await api.call(meRoutes.deleteMe, { body });
    } catch (error) {
      if (error instanceof RestError && error.code === 'last_owner') setNeeded(await spacesThatNeedMe(api));
      throw error;
    }
    forgetKeptChats();
    await leaveFor('/');
  });
  return { deleting, needed };
}
