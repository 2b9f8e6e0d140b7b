import { redirect } from 'next/navigation';
import { SignFrame } from '#components/sign/SignFrame.tsx';
import { SignInPanel } from '#components/sign/SignInPanel.tsx';
import { type SignInFailure, signInFailureOf } from '#hooks/providerSignIn.ts';
import { callApi } from '#lib/web/api.ts';
import { titleOf } from '../_server/metadata.ts';
import { type SignSearch, signingPage } from '../_server/signing.ts';
import { viewerProfile } from '../_server/viewer.ts';
import { Words } from '../_server/Words.tsx';

export const generateMetadata = () => titleOf('signIn');

export default async function SignInPage({ searchParams }: { searchParams: SignSearch }) {
  const failure = signInFailureOf((await searchParams).error);
  if (failure !== null) await sendToAccount(failure);
  const { context, returnTo } = await signingPage(searchParams);
  const { reply } = await callApi('listProviders');
  return (
    <Words of="sign">
      <SignFrame theme={context.theme} scene="rug">
        <SignInPanel returnTo={returnTo} providers={reply.providers} failure={failure} />
      </SignFrame>
    </Words>
  );
}

/** Whoever linked a service to the account they are in is told there that it failed. */
async function sendToAccount(failure: SignInFailure): Promise<void> {
  const viewer = await viewerProfile();
  if (viewer === null || viewer.isGuest) return;
  redirect(`/account/security?${new URLSearchParams({ failure })}`);
}
