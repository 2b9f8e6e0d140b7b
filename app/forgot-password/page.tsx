import { ForgotPanel } from '#components/sign/ForgotPanel.tsx';
import { SignFrame } from '#components/sign/SignFrame.tsx';
import { returnPathFrom } from '#hooks/returnPath.ts';
import { titleOf } from '../_server/metadata.ts';
import { pageContext } from '../_server/page.ts';
import type { SignSearch } from '../_server/signing.ts';
import { Words } from '../_server/Words.tsx';

export const generateMetadata = () => titleOf('forgot');

/** Open to whoever is signed in too: people forget the password of the account that they are in. */
export default async function ForgotPasswordPage({ searchParams }: { searchParams: SignSearch }) {
  const [{ theme }, { returnTo }] = await Promise.all([pageContext(), searchParams]);
  return (
    <Words of="sign">
      <SignFrame theme={theme} scene="lounge">
        <ForgotPanel returnTo={returnPathFrom(returnTo)} />
      </SignFrame>
    </Words>
  );
}
