'use client';

import { useRouter } from 'next/navigation';
import { type SubmitEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { Dialog } from '#components/ui/Dialog.tsx';
import { Field } from '#components/ui/Field.tsx';
import { FormProblem } from '#components/ui/FormProblem.tsx';
import { settingsPath } from '#hooks/places/settingsTabs.ts';
import { textMost } from '#hooks/places/spaceDraft.ts';
import { useIntentKey } from '#hooks/places/useIntentKey.ts';
import { useAction } from '#hooks/useAction.ts';
import { useApi } from '#hooks/useApi.ts';
import { useToasts } from '#hooks/useToasts.ts';
import { type SpaceView, spaceRoutes } from '#lib/protocol/rest/spaces.ts';

interface DuplicateDialogProps {
  /** What is copied; null while nothing is. */
  space: SpaceView | null;
  onClose: () => void;
  onDone: () => void;
}

/** Asks for the name of a copy and makes it. */
export function DuplicateDialog({ space, onClose, onDone }: DuplicateDialogProps) {
  const t = useTranslations('spaces');
  return (
    <Dialog
      open={space !== null}
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={t('duplicateTitle', { space: space?.name ?? '' })}
      lead={t('duplicateLead')}
    >
      {space !== null && (
        <DuplicateForm
          space={space}
          onDone={() => {
            onClose();
            onDone();
          }}
        />
      )}
    </Dialog>
  );
}

function DuplicateForm({ space, onDone }: { space: SpaceView; onDone: () => void }) {
  const t = useTranslations('spaces');
  const { error, isPending, run } = useDuplicate(space, onDone);
  const [name, setName] = useState(t('duplicateSuggestion', { space: space.name }).slice(0, textMost.name));

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (name.trim() !== '') void run(name.trim());
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <FormProblem error={error} />
      <Field
        label={t('duplicateName')}
        value={name}
        maxLength={textMost.name}
        autoComplete="off"
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" tone="primary" disabled={name.trim() === ''} aria-busy={isPending}>
        {t('duplicateConfirm')}
      </Button>
    </form>
  );
}

function useDuplicate(space: SpaceView, onDone: () => void) {
  const t = useTranslations('spaces');
  const api = useApi();
  const toasts = useToasts();
  const router = useRouter();
  const keyOf = useIntentKey();
  return useAction(async (name: string) => {
    const input = { params: { space: space.id }, body: { name } };
    const { reply } = await api.call(spaceRoutes.duplicateSpace, input, { idempotencyKey: keyOf(input) });
    const { id, slug } = reply.space;
    const open = { label: t('settings'), run: () => router.push(settingsPath(slug, 'general')) };
    toasts.show({ key: `space-${id}`, title: t('duplicatedNow', { space: reply.space.name }), action: open });
    onDone();
  });
}
