'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { ConfirmDialog } from '#components/ui/ConfirmDialog.tsx';
import { useAction } from '#hooks/useAction.ts';
import { useApi } from '#hooks/useApi.ts';
import { useToasts } from '#hooks/useToasts.ts';
import { type ApiTokenView, meRoutes } from '#lib/protocol/rest/me.ts';

interface RevokeButtonProps {
  token: ApiTokenView;
  onRevoked: () => void;
}

/** Ends a token, after a question. */
export function RevokeButton({ token, onRevoked }: RevokeButtonProps) {
  const t = useTranslations('apiTokens');
  const api = useApi();
  const toasts = useToasts();
  const [isAsking, setAsking] = useState(false);
  const { id, name } = token;
  const revoking = useAction(async () => {
    await api.call(meRoutes.revokeToken, { params: { token: id } });
    setAsking(false);
    toasts.show({ key: `token-${id}`, title: t('revoked', { name }) });
    onRevoked();
  });
  return (
    <>
      <Button size="small" aria-label={t('revokeLabel', { name })} onClick={() => setAsking(true)}>
        {t('revoke')}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t('revokeTitle', { name })}
        detail={t('revokeText')}
        confirmLabel={t('revoke')}
        isPending={revoking.isPending}
        error={revoking.error}
        onConfirm={() => void revoking.run()}
      />
    </>
  );
}
