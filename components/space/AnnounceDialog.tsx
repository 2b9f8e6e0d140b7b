'use client';

import { type SubmitEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { Dialog } from '#components/ui/Dialog.tsx';
import { FormProblem } from '#components/ui/FormProblem.tsx';
import { TextArea } from '#components/ui/TextArea.tsx';
import { useHud } from '#hooks/live/HudContext.ts';
import { useIntentKey } from '#hooks/live/useIntentKey.ts';
import { useSpaceName } from '#hooks/live/useSpaceFacts.ts';
import { useVisit } from '#hooks/SpaceContext.ts';
import { useAction } from '#hooks/useAction.ts';
import { moderationRoutes } from '#lib/protocol/rest/moderation.ts';

interface AnnounceDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Longest announcement, in UTF-16 units; the server takes no more. */
const lengthMost = 500;

/** Words to everybody in the space. */
export function AnnounceDialog({ open, onOpenChange }: AnnounceDialogProps) {
  const t = useTranslations('announceDialog');
  const space = useSpaceName();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('title')} lead={t('lead', { space })}>
      <AnnounceForm onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

function AnnounceForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations('announceDialog');
  const [text, setText] = useState('');
  const [isMissing, setMissing] = useState(false);
  const announce = useAnnounce(onDone);
  const { run, isPending, error } = announce;

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    setMissing(text.trim() === '');
    if (text.trim() !== '') void run(text.trim());
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <FormProblem error={error} />
      <TextArea
        label={t('text')}
        hint={t('count', { used: text.length, most: lengthMost })}
        error={isMissing ? t('empty') : null}
        value={text}
        maxLength={lengthMost}
        dir="auto"
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onDone}>{t('cancel')}</Button>
        <Button type="submit" tone="primary" icon="megaphone" disabled={isPending} aria-busy={isPending}>
          {isPending ? t('sending') : t('send')}
        </Button>
      </div>
    </form>
  );
}

function useAnnounce(onDone: () => void) {
  const t = useTranslations('moderation');
  const { api, space } = useVisit();
  const { toasts } = useHud();
  const intentKey = useIntentKey();
  return useAction(async (text: string) => {
    const params = { space: space.getState().space?.id ?? '' };
    const idempotencyKey = intentKey({ text });
    const { reply } = await api.call(
      moderationRoutes.announce,
      { params, body: { text } },
      { idempotencyKey },
    );
    toasts.show({ key: 'announced', title: t('announced', { count: reply.reached }) });
    onDone();
  });
}
