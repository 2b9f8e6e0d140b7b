'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { buttonClass } from '#components/ui/Button.tsx';
import { Card } from '#components/ui/Card.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { Icon } from '#components/ui/Icon.tsx';
import { LoadMore } from '#components/ui/LoadMore.tsx';
import type { Page } from '#hooks/places/pages.ts';
import { settingsPath } from '#hooks/places/settingsTabs.ts';
import { useMembers } from '#hooks/places/useMembers.ts';
import { useViewer } from '#hooks/useViewer.ts';
import { accountKindOfViewer } from '#hooks/viewer.ts';
import { isAllowed } from '#lib/domain/access/permissions.ts';
import type { MemberView } from '#lib/protocol/rest/members.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';
import { MemberFilters } from './MemberFilters.tsx';
import { MemberTable } from './MemberTable.tsx';

interface MembersSettingsProps {
  space: SpaceView;
  first: Page<MemberView>;
}

/** Who belongs to a space, and as what. */
export function MembersSettings({ space, first }: MembersSettingsProps) {
  const t = useTranslations('spaceMembers');
  const members = useMembers(space, first);
  const { pages } = members;
  const subject = { account: accountKindOfViewer(useViewer()), role: space.role };
  const count = pages.items.length;
  return (
    <Card
      title={pages.hasMore ? t('leadMore', { count }) : t('lead', { count })}
      aside={isAllowed(subject, 'create:invitation') && <InviteLink slug={space.slug} />}
    >
      <div className="grid gap-5" aria-busy={pages.isPending}>
        <MemberFilters
          filter={pages.filter}
          onChange={(filter, isTyped) => pages.setFilter(filter, isTyped)}
        />
        {count === 0 ? (
          <EmptyState icon="search" title={t('noMatch')} level={3}>
            <p>{t('noMatchText')}</p>
          </EmptyState>
        ) : (
          <MemberTable space={space} members={members} />
        )}
        <LoadMore
          hasMore={pages.hasMore}
          isPending={pages.isPending}
          error={pages.error}
          onMore={pages.more}
        />
      </div>
    </Card>
  );
}

function InviteLink({ slug }: { slug: string }) {
  const t = useTranslations('spaceMembers');
  return (
    <Link href={settingsPath(slug, 'invitations')} className={buttonClass('primary', 'small')}>
      <Icon name="personPlus" size={18} />
      {t('invite')}
    </Link>
  );
}
