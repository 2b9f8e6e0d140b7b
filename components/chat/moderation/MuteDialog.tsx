'use client';

import { type SubmitEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { PersonCell } from '#components/places/settings/PersonCell.tsx';
import { Button } from '#components/ui/Button.tsx';
import { Dialog } from '#components/ui/Dialog.tsx';
import { FormProblem } from '#components/ui/FormProblem.tsx';
import type { Mutes } from '#hooks/chat/moderation/useMutes.ts';
import { useViewer } from '#hooks/useViewer.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';
import { PersonPicker } from '../people/PersonPicker.tsx';
import { emptyRestraint, RestraintFields, restraintOf } from './RestraintFields.tsx';

interface MuteDialogProps {
  space: SpaceView;
  mutes: Mutes;
  onClose: () => void;
}

/** First whom, then why and for how long. */
export function MuteDialog({ space, mutes, onClose }: MuteDialogProps) {
  const t = useTranslations('spaceMutes');
  const [person, setPerson] = useState<PersonView | null>(null);
  const ownId = useViewer()?.id ?? '';
  const [except] = useState(() => [ownId, ...mutes.mutes.map((mute) => mute.person.id)]);
  function close(): void {
    mutes.mute.reset();
    onClose();
  }
  return (
    <Dialog open onOpenChange={(isOpen) => isOpen || close()} title={t('addTitle')} lead={t('addLead')}>
      {person === null ? (
        <PersonPicker spaceId={space.id} mayList except={except} onPick={setPerson} />
      ) : (
        <MuteForm person={person} mutes={mutes} onBack={() => setPerson(null)} onDone={close} />
      )}
    </Dialog>
  );
}

interface MuteFormProps {
  person: PersonView;
  mutes: Mutes;
  onBack: () => void;
  onDone: () => void;
}

function MuteForm({ person, mutes: { mute }, onBack, onDone }: MuteFormProps) {
  const t = useTranslations('spaceMutes');
  const words = useTranslations('chatModeration');
  const [draft, setDraft] = useState(emptyRestraint);
  async function save(): Promise<void> {
    if (await mute.run(person, restraintOf(draft))) onDone();
  }
  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    void save();
  }
  return (
    <form onSubmit={submit} className="grid gap-4">
      <FormProblem error={mute.error} words={{ forbidden: words('notBelow', { name: person.name }) }} />
      <PersonCell person={person} />
      <RestraintFields draft={draft} onChange={setDraft} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onBack}>{t('other')}</Button>
        <Button type="submit" tone="away" disabled={mute.isPending} aria-busy={mute.isPending}>
          {words('mute')}
        </Button>
      </div>
    </form>
  );
}
