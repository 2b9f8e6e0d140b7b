'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { ConfirmDialog } from '#components/ui/ConfirmDialog.tsx';
import { useAction } from '#hooks/useAction.ts';
import { useApi } from '#hooks/useApi.ts';
import { useToasts } from '#hooks/useToasts.ts';
import { meRoutes } from '#lib/protocol/rest/me.ts';

interface UnlinkButtonProps {
  id: string;
  name: string;
  onUnlinked: () => void;
}

/** Parts the account from a service, after a question. */
export function UnlinkButton({ id, name, onUnlinked }: UnlinkButtonProps) {
  const t = useTranslations('security');
  const api = useApi();
  const toasts = useToasts();
  const [isAsking, setAsking] = useState(false);
  const unlinking = useAction(async () => {
    await api.call(meRoutes.unlinkIdentity, { params: { provider: id } });
    setAsking(false);
    onUnlinked();
    toasts.show({ key: `unlink-${id}`, title: t('identitiesUnlinked', { provider: name }) });
  });
  return (
    <>
      <Button
        size="small"
        aria-label={t('identitiesUnlinkLabel', { provider: name })}
        onClick={() => setAsking(true)}
      >
        {t('identitiesUnlink')}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t('identitiesUnlinkTitle', { provider: name })}
        detail={t('identitiesUnlinkText', { provider: name })}
        confirmLabel={t('identitiesUnlink')}
        isPending={unlinking.isPending}
        error={unlinking.error}
        errorWords={{ conflict: t('identitiesLast') }}
        onConfirm={() => void unlinking.run()}
      />
    </>
  );
}
