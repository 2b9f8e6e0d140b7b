'use client';

import { useTranslations } from 'use-intl';
import { Badge } from '#components/ui/Badge.tsx';
import { Button } from '#components/ui/Button.tsx';
import { Card } from '#components/ui/Card.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { Specimen, Specimens } from './Specimens.tsx';

/** Papers that hold content. */
export function ContentSpecimens() {
  const t = useTranslations('gallery.words');
  return (
    <Specimens name="content">
      <Specimen name="Card" className="grid gap-4">
        <Card
          level={3}
          title={t('members')}
          lead={t('membersLead')}
          aside={<Badge>{t('moderator')}</Badge>}
          footer={<Button tone="primary">{t('save')}</Button>}
        >
          {t('welcome')}
        </Card>
        <Card
          level={3}
          tone="bad"
          title={t('deleteSpace')}
          lead={t('deleteDetail')}
          footer={<Button tone="away">{t('remove')}</Button>}
        />
      </Specimen>
      <Specimen name="EmptyState">
        <EmptyState
          level={3}
          icon="mail"
          title={t('noInvitations')}
          action={
            <Button tone="primary" icon="plus">
              {t('invite')}
            </Button>
          }
        >
          {t('noInvitationsText')}
        </EmptyState>
      </Specimen>
    </Specimens>
  );
}
