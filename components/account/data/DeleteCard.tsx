'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { Card } from '#components/ui/Card.tsx';
import { DeleteDialog } from './DeleteDialog.tsx';

interface DeleteCardProps {
  name: string;
  isGuest: boolean;
  hasPassword: boolean;
}

/** The end of the account: what goes, what stays, and the way there. */
export function DeleteCard({ name, isGuest, hasPassword }: DeleteCardProps) {
  const t = useTranslations('accountData');
  const [isAsking, setAsking] = useState(false);
  return (
    <Card tone="bad" title={isGuest ? t('deleteGuestTitle') : t('deleteTitle')}>
      <ul className="mb-5 ms-4 grid list-disc gap-1 text-14 text-ink-soft">
        <li>{t('delete1')}</li>
        {!isGuest && <li>{t('deleteSpaces')}</li>}
        <li>{t('delete2')}</li>
        <li>{t('delete3')}</li>
      </ul>
      <Button tone="away" icon="bin" onClick={() => setAsking(true)}>
        {isGuest ? t('deleteGuestButton') : t('deleteButton')}
      </Button>
      <DeleteDialog name={name} hasPassword={hasPassword} open={isAsking} onOpenChange={setAsking} />
    </Card>
  );
}
