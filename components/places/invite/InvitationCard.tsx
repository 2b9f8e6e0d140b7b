'use client';

import { useTranslations } from 'use-intl';
import { Avatar } from '#components/ui/Avatar.tsx';
import { useMoment } from '#hooks/places/useMoment.ts';
import type { ReplyOf } from '#lib/protocol/rest/define.ts';
import type { memberRoutes } from '#lib/protocol/rest/members.ts';
import { MapPicture } from '../MapPicture.tsx';
import { InvitationAnswer } from './InvitationAnswer.tsx';

export type InvitationPreview = ReplyOf<(typeof memberRoutes)['previewInvitation']>;

/** What an invitation is for: who asks me, where to, and as what. */
export function InvitationCard({ token, preview }: { token: string; preview: InvitationPreview }) {
  const t = useTranslations('invitation');
  const moment = useMoment();
  const { space, role, invitedBy, expiresAt } = preview;
  return (
    <div className="overflow-hidden rounded-lg bg-raised shadow-3">
      <div className="aspect-[2/1] bg-sunken">
        <MapPicture mapId={space.mapId} alt={t('picture', { space: space.name })} isFirst />
      </div>
      <div className="grid gap-5 p-6 desk:p-9">
        <div className="min-w-0">
          <p className="flex items-center gap-2.5 text-16 text-ink-soft">
            {invitedBy !== null && <Avatar cast={invitedBy.cast} size={28} />}
            <span className="min-w-0 wrap-anywhere">
              {invitedBy === null ? t('invitedNobody') : t('invited', { name: invitedBy.name })}
            </span>
          </p>
          <h1 className="mt-2 text-32 leading-tight font-title tracking-display text-balance wrap-anywhere desk:text-40">
            {space.name}
          </h1>
          <p className="mt-3 text-14 text-ink-soft">
            {t('as', { role })} {expiresAt !== null && t('until', { when: moment(expiresAt) })}
          </p>
        </div>
        <InvitationAnswer token={token} needsAccount={preview.needsAccount} />
      </div>
    </div>
  );
}
