'use client';

import { useTranslations } from 'use-intl';
import { Card } from '#components/ui/Card.tsx';
import type { Page } from '#hooks/places/pages.ts';
import { useInvitations } from '#hooks/places/useInvitations.ts';
import type { InvitationView } from '#lib/protocol/rest/members.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';
import { FreshLink } from './FreshLink.tsx';
import { InvitationForm } from './InvitationForm.tsx';
import { InvitationList } from './InvitationList.tsx';

interface InvitationsSettingsProps {
  space: SpaceView;
  first: Page<InvitationView>;
}

/** Invites people, and shows which invitations are open. */
export function InvitationsSettings({ space, first }: InvitationsSettingsProps) {
  const t = useTranslations('spaceInvitations');
  const invitations = useInvitations(space, first);
  const { fresh, create, pages } = invitations;
  return (
    <div className="grid gap-5">
      {fresh === null ? (
        <InvitationForm space={space} create={create} />
      ) : (
        <FreshLink space={space} fresh={fresh} onAnother={invitations.forget} />
      )}
      <Card title={t('listTitle')}>
        <InvitationList pages={pages} onRevoke={invitations.revoke} />
      </Card>
    </div>
  );
}
