import { SignFrame } from '#components/sign/SignFrame.tsx';
import { SignUpPanel } from '#components/sign/SignUpPanel.tsx';
import { callApi } from '#lib/web/api.ts';
import { titleOf } from '../_server/metadata.ts';
import { type SignSearch, signingPage } from '../_server/signing.ts';
import { Words } from '../_server/Words.tsx';

export const generateMetadata = () => titleOf('signUp');

export default async function SignUpPage({ searchParams }: { searchParams: SignSearch }) {
  const { context, returnTo } = await signingPage(searchParams);
  const { reply } = await callApi('listProviders');
  return (
    <Words of="sign">
      <SignFrame theme={context.theme} scene="terrace">
        <SignUpPanel returnTo={returnTo} providers={reply.providers} />
      </SignFrame>
    </Words>
  );
}
