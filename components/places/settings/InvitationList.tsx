'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Badge } from '#components/ui/Badge.tsx';
import { Button } from '#components/ui/Button.tsx';
import { ConfirmDialog } from '#components/ui/ConfirmDialog.tsx';
import { type Column, DataTable } from '#components/ui/DataTable.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { LoadMore } from '#components/ui/LoadMore.tsx';
import { useMoment } from '#hooks/places/useMoment.ts';
import type { Pages } from '#hooks/places/usePages.ts';
import type { InvitationView } from '#lib/protocol/rest/members.ts';

interface InvitationListProps {
  pages: Pages<InvitationView, null>;
  onRevoke: (invitation: InvitationView) => Promise<void>;
}

/** Invitations that can still be used, each to withdraw. */
export function InvitationList({ pages, onRevoke }: InvitationListProps) {
  const t = useTranslations('spaceInvitations');
  const [asked, setAsked] = useState<InvitationView | null>(null);
  const columns = useColumns(setAsked);
  if (pages.items.length === 0) {
    return (
      <EmptyState icon="mail" title={t('none')} level={3}>
        <p>{t('noneText')}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <DataTable caption={t('listTitle')} columns={columns} rows={pages.items} rowKey={({ id }) => id} />
      <LoadMore hasMore={pages.hasMore} isPending={pages.isPending} error={pages.error} onMore={pages.more} />
      <ConfirmDialog
        open={asked !== null}
        onOpenChange={(isOpen) => isOpen || setAsked(null)}
        title={t('revokeTitle')}
        detail={t('revokeText')}
        confirmLabel={t('revoke')}
        onConfirm={() => {
          setAsked(null);
          if (asked !== null) void onRevoke(asked);
        }}
      />
    </>
  );
}

function useColumns(onAsk: (invitation: InvitationView) => void): readonly Column<InvitationView>[] {
  const t = useTranslations('spaceInvitations');
  const names = useTranslations('roleNames');
  const moment = useMoment();
  return [
    { key: 'whom', header: t('columnWhom'), cell: (invitation) => <Whom invitation={invitation} /> },
    { key: 'role', header: t('columnRole'), cell: ({ role }) => <Badge>{names(role)}</Badge> },
    {
      key: 'use',
      header: t('columnUse'),
      cell: ({ uses, usesMost }) =>
        usesMost === null ? t('used', { uses }) : t('usedOf', { uses, most: usesMost }),
      className: 'text-ink-soft tabular-nums',
    },
    {
      key: 'end',
      header: t('columnEnd'),
      cell: ({ expiresAt }) => (expiresAt === null ? t('noEnd') : t('until', { when: moment(expiresAt) })),
      className: 'text-ink-soft',
    },
    {
      key: 'actions',
      header: t('columnActions'),
      isHeaderHidden: true,
      align: 'end',
      cell: (invitation) => (
        <Button
          size="small"
          tone="ghost"
          aria-label={t('revokeName', { whom: invitation.email ?? t('forAnybody') })}
          onClick={() => onAsk(invitation)}
        >
          {t('revoke')}
        </Button>
      ),
    },
  ];
}

function Whom({ invitation }: { invitation: InvitationView }) {
  const t = useTranslations('spaceInvitations');
  const { email, createdBy } = invitation;
  return (
    <span className="block min-w-0">
      <span className="block font-name wrap-anywhere">{email ?? t('forAnybody')}</span>
      {createdBy !== null && (
        <span className="block text-12 text-ink-soft">{t('invitedBy', { name: createdBy.name })}</span>
      )}
    </span>
  );
}
