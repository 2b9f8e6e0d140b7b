import type { Metadata } from 'next';
import Link from 'next/link';
import { cache } from 'react';
import { PageHeader } from '#components/chrome/PageHeader.tsx';
import { PageMessage } from '#components/chrome/PageMessage.tsx';
import { PageShell } from '#components/chrome/PageShell.tsx';
import { EmptyRoom } from '#components/places/EmptyRoom.tsx';
import { InvitationCard, type InvitationPreview } from '#components/places/invite/InvitationCard.tsx';
import { buttonClass } from '#components/ui/Button.tsx';
import { RefusedError } from '#lib/protocol/errors.ts';
import { callApi } from '#lib/web/api.ts';
import { pageContext, translator } from '../../_server/page.ts';

interface InvitePageProps {
  params: Promise<{ token: string }>;
}

/** What the invitation is for, or null when it is no good. One question per request, though title and page both ask it. */
const findInvitation = cache(async (token: string): Promise<InvitationPreview | null> => {
  try {
    return (await callApi('previewInvitation', { params: { token } })).reply;
  } catch (error) {
    const isNoGood = error instanceof RefusedError && noGood.has(error.code);
    if (isNoGood) return null;
    throw error;
  }
});

const noGood: ReadonlySet<string> = new Set(['invitation_invalid', 'bad_request', 'not_found']);

export async function generateMetadata({ params }: InvitePageProps): Promise<Metadata> {
  const preview = await findInvitation((await params).token);
  const context = await pageContext();
  const t = translator(context, 'invitation');
  const page = preview === null ? t('invalidTitle') : t('pageTitle', { space: preview.space.name });
  // The address is a secret: no search engine keeps it, and no other site learns it.
  const robots = { index: false, follow: false };
  return { title: translator(context, 'header')('title', { page }), robots, referrer: 'same-origin' };
}

export default async function InvitePage({ params }: InvitePageProps) {
  const { token } = await params;
  const preview = await findInvitation(token);
  if (preview === null) return <NoGood />;
  return (
    <PageShell className="mx-auto flex w-full max-w-[560px] flex-col justify-center">
      <InvitationCard token={token} preview={preview} />
    </PageShell>
  );
}

/** An invitation that was used up, withdrawn, has run out, or never was. */
async function NoGood() {
  const context = await pageContext();
  const t = translator(context, 'invitation');
  const isKnown = context.viewer !== null;
  return (
    <div className="wrap flex min-h-dvh flex-col">
      <PageHeader />
      <PageMessage
        title={t('invalidTitle')}
        picture={<EmptyRoom className="mb-8 h-auto w-full max-w-96 rounded-lg" />}
        actions={
          <Link href={isKnown ? '/spaces' : '/'} className={buttonClass('primary')}>
            {isKnown ? t('mySpaces') : t('home')}
          </Link>
        }
      >
        <p>{t('invalid')}</p>
      </PageMessage>
    </div>
  );
}
