import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { TextLink } from '#components/sign/TextLink.tsx';
import { buttonClass } from '#components/ui/Button.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import type { NeededSpace } from '#hooks/account/neededSpaces.ts';

/** Why the account cannot go yet, and where to see to it. */
export function LastOwnerNotice({ spaces }: { spaces: readonly NeededSpace[] }) {
  const t = useTranslations('accountData');
  return (
    <Notice tone="bad" title={t('lastOwnerTitle')} isAnnounced>
      <p>{t('lastOwner')}</p>
      {spaces.length === 0 ? (
        <Link href="/spaces" className={buttonClass('plain', 'small', 'mt-2')}>
          {t('lastOwnerSpaces')}
        </Link>
      ) : (
        <ul className="mt-2 grid gap-1.5">
          {spaces.map(({ slug, name }) => (
            <li key={slug} className="flex flex-wrap gap-x-3">
              <b>{name}</b>
              <TextLink href={`/space/${slug}/settings/members`}>{t('lastOwnerMembers')}</TextLink>
              <TextLink href={`/space/${slug}/settings/general`}>{t('lastOwnerDelete')}</TextLink>
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
