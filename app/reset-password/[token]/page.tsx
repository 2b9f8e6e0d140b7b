import { ResetPanel } from '#components/sign/ResetPanel.tsx';
import { SignFrame } from '#components/sign/SignFrame.tsx';
import { type LinkPageProps, linkPage } from '../../_server/linkPage.ts';
import { secretTitleOf } from '../../_server/metadata.ts';

export const generateMetadata = () => secretTitleOf('reset');

export default async function ResetPasswordPage(props: LinkPageProps) {
  const { theme, token, returnTo } = await linkPage(props);
  return (
    <SignFrame theme={theme} scene="lounge">
      <ResetPanel token={token} returnTo={returnTo} />
    </SignFrame>
  );
}
