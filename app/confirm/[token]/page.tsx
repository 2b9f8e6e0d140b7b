import { ConfirmPanel } from '#components/sign/ConfirmPanel.tsx';
import { SignFrame } from '#components/sign/SignFrame.tsx';
import { type LinkPageProps, linkPage } from '../../_server/linkPage.ts';
import { secretTitleOf } from '../../_server/metadata.ts';
import { Words } from '../../_server/Words.tsx';

export const generateMetadata = () => secretTitleOf('confirm');

export default async function ConfirmPage(props: LinkPageProps) {
  const { theme, token, returnTo } = await linkPage(props);
  return (
    <Words of="sign">
      <SignFrame theme={theme} scene="kitchen">
        <ConfirmPanel token={token} returnTo={returnTo} />
      </SignFrame>
    </Words>
  );
}
