'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '#components/ui/ConfirmDialog.tsx';
import { type Restraint, useRestraints } from '#hooks/chat/moderation/useRestraints.ts';
import { useAction } from '#hooks/useAction.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import { emptyRestraint, RestraintFields, restraintOf } from './RestraintFields.tsx';

interface RestrainDialogProps {
  spaceId: string;
  kind: 'mute' | 'ban';
  person: PersonView;
  onClose: () => void;
  onDone?: () => void;
}

/** Asks why and for how long somebody may not write, or not come in. Afterwards it can be undone from the news. */
export function RestrainDialog({ spaceId, kind, person, onClose, onDone }: RestrainDialogProps) {
  const t = useTranslations('chatModeration');
  const { name } = person;
  const [draft, setDraft] = useState(emptyRestraint);
  const restraints = useRestraints(spaceId);
  const act = useAction(async (restraint: Restraint) => {
    if (kind === 'mute') await restraints.mute(person, restraint);
    else await restraints.ban(person, restraint);
    onDone?.();
    onClose();
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={kind === 'mute' ? t('muteTitle', { name }) : t('banTitle', { name })}
      detail={kind === 'mute' ? t('muteText', { name }) : t('banText', { name })}
      confirmLabel={kind === 'mute' ? t('mute') : t('ban')}
      isPending={act.isPending}
      error={act.error}
      errorWords={{ forbidden: t('notBelow', { name }) }}
      onConfirm={() => void act.run(restraintOf(draft))}
    >
      <RestraintFields draft={draft} onChange={setDraft} />
    </ConfirmDialog>
  );
}
