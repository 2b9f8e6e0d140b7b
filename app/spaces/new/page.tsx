import type { Metadata } from 'next';
import Link from 'next/link';
import { NewSpaceForm } from '#components/places/new/NewSpaceForm.tsx';
import { PageTitle } from '#components/places/PageTitle.tsx';
import { buttonClass } from '#components/ui/Button.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { withReturnTo } from '#hooks/returnTo.ts';
import { accountKindOfViewer } from '#hooks/viewer.ts';
import { isAllowed } from '#lib/domain/access/permissions.ts';
import { callApi } from '#lib/web/api.ts';
import { ownTitleOf } from '../../_server/metadata.ts';
import { pageContext, translator } from '../../_server/page.ts';
import { requireViewer } from '../../_server/spaces.ts';

const path = '/spaces/new';

export function generateMetadata(): Promise<Metadata> {
  return ownTitleOf('newSpace');
}

export default async function NewSpacePage() {
  const viewer = await requireViewer(path);
  const t = translator(await pageContext(), 'newSpace');
  const { items } = (await callApi('listMaps')).reply;
  const mayCreate = isAllowed({ account: accountKindOfViewer(viewer), role: null }, 'create:space');
  return (
    <>
      <PageTitle title={t('title')} lead={mayCreate ? t('lead') : undefined} />
      <div className="mt-7">
        {mayCreate && items.length > 0 && <NewSpaceForm maps={items} />}
        {mayCreate && items.length === 0 && <EmptyState icon="map" title={t('noMaps')} />}
        {!mayCreate && <NeedsAccount />}
      </div>
    </>
  );
}

/** What a guest sees: why an account, and the ways to one. */
async function NeedsAccount() {
  const context = await pageContext();
  const t = translator(context, 'newSpace');
  const s = translator(context, 'spaces');
  return (
    <EmptyState
      icon="person"
      title={t('accountTitle')}
      action={
        <>
          <Link href={withReturnTo('/sign-up', path)} className={buttonClass('primary')}>
            {s('signUp')}
          </Link>
          <Link href={withReturnTo('/sign-in', path)} className={buttonClass('ghost')}>
            {s('signIn')}
          </Link>
        </>
      }
    >
      <p>{t('account')}</p>
    </EmptyState>
  );
}
