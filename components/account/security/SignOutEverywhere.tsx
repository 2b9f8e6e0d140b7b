'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { ConfirmDialog } from '#components/ui/ConfirmDialog.tsx';
import { leaveFor } from '#hooks/leaveFor.ts';
import { useAction } from '#hooks/useAction.ts';
import { useApi } from '#hooks/useApi.ts';
import { forgetKeptChats } from '#lib/client/chat/keptTexts.ts';
import { meRoutes } from '#lib/protocol/rest/me.ts';

/** Ends every login, this one too, after a question. */
export function SignOutEverywhere() {
  const t = useTranslations('security');
  const api = useApi();
  const [isAsking, setAsking] = useState(false);
  const ending = useAction(async () => {
    await api.call(meRoutes.endAllLogins);
    forgetKeptChats();
    await leaveFor('/sign-in');
  });
  return (
    <>
      <Button tone="away" onClick={() => setAsking(true)}>
        {t('loginsAll')}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t('loginsAllTitle')}
        detail={t('loginsAllText')}
        confirmLabel={t('loginsAllConfirm')}
        isPending={ending.isPending}
        error={ending.error}
        onConfirm={() => void ending.run()}
      />
    </>
  );
}
