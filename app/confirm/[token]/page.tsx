import { ConfirmPanel } from '#components/sign/ConfirmPanel.tsx';
import { SignFrame } from '#components/sign/SignFrame.tsx';
import { type LinkPageProps, linkPage } from '../../_server/linkPage.ts';
import { secretTitleOf } from '../../_server/metadata.ts';

export const generateMetadata = () => secretTitleOf('confirm');

export default async function ConfirmPage(props: LinkPageProps) {
  const { theme, token, returnTo } = await linkPage(props);
  return (
    <SignFrame theme={theme} scene="kitchen">
      <ConfirmPanel token={token} returnTo={returnTo} />
    </SignFrame>
  );
}
