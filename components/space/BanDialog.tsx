'use client';

import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { ConfirmDialog } from '#components/ui/ConfirmDialog.tsx';
import { Field } from '#components/ui/Field.tsx';
import { Select } from '#components/ui/Select.tsx';
import { useHud } from '#hooks/live/HudContext.ts';
import { useIntentKey } from '#hooks/live/useIntentKey.ts';
import { usePersonActs } from '#hooks/live/usePersonActs.ts';
import type { PersonView } from '#hooks/peopleView.ts';
import { useVisit } from '#hooks/SpaceContext.ts';
import { useAction } from '#hooks/useAction.ts';
import { type BanView, moderationRoutes } from '#lib/protocol/rest/moderation.ts';
import { isLasting, lastingS, lastings } from './lasting.ts';

interface BanDialogProps {
  person: PersonView;
  onClose: () => void;
}

/** Asks why and for how long somebody is kept out. Afterwards it can be undone from the news. */
export function BanDialog({ person, onClose }: BanDialogProps) {
  const t = useTranslations('banDialog');
  const { api, space } = useVisit();
  const [reason, setReason] = useState('');
  const [lasting, setLasting] = useState<keyof typeof lastingS>('day');
  const intentKey = useIntentKey();
  const tellBanned = useBannedToast(person);
  const ban = useAction(async () => {
    const body = { userId: person.userId, reason: reason.trim(), durationS: lastingS[lasting] };
    const params = { space: space.getState().space?.id ?? '' };
    const idempotencyKey = intentKey(body);
    const { reply } = await api.call(moderationRoutes.ban, { params, body }, { idempotencyKey });
    tellBanned(reply.ban);
    onClose();
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('title', { name: person.name })}
      detail={t('lead', { name: person.name })}
      confirmLabel={ban.isPending ? t('pending') : t('confirm')}
      isPending={ban.isPending}
      error={ban.error}
      onConfirm={() => void ban.run()}
    >
      <Field
        label={t('reason')}
        hint={t('reasonHint', { name: person.name })}
        value={reason}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Select
        label={t('duration')}
        icon="clock"
        value={lasting}
        options={lastings.map((value) => ({ value, label: t(value) }))}
        onChange={(value) => isLasting(value) && setLasting(value)}
      />
    </ConfirmDialog>
  );
}

/** Says who is kept out and until when, with the way to take it back. */
function useBannedToast(person: PersonView): (ban: BanView) => void {
  const t = useTranslations('moderation');
  const format = useFormatter();
  const { toasts } = useHud();
  const acts = usePersonActs();
  return ({ id, expiresAt }) => {
    const until = expiresAt === null ? null : new Date(expiresAt);
    toasts.show({
      key: `done-${person.userId}`,
      cast: person.cast,
      title: t('banned', { name: person.name }),
      detail:
        until === null
          ? t('bannedOpen')
          : t('bannedUntil', { until: format.dateTime(until, { dateStyle: 'medium', timeStyle: 'short' }) }),
      action: { label: t('undo'), run: () => acts.liftBan(person, id) },
    });
  };
}
