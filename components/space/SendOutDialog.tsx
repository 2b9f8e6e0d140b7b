'use client';

import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '#components/ui/ConfirmDialog.tsx';
import { usePersonActs } from '#hooks/live/usePersonActs.ts';
import type { PersonView } from '#hooks/peopleView.ts';

/** Asks once before somebody is sent out. */
export function SendOutDialog({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const t = useTranslations('personMenu');
  const acts = usePersonActs();
  function sendOut(): void {
    acts.sendOut(person);
    onClose();
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('sendOutTitle', { name: person.name })}
      detail={t('sendOutText', { name: person.name })}
      confirmLabel={t('sendOutConfirm')}
      onConfirm={sendOut}
    />
  );
}
