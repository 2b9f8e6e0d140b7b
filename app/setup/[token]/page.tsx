import { SetupPanel } from '#components/sign/SetupPanel.tsx';
import { SignFrame } from '#components/sign/SignFrame.tsx';
import { type LinkPageProps, linkPage } from '../../_server/linkPage.ts';
import { secretTitleOf } from '../../_server/metadata.ts';
import { Words } from '../../_server/Words.tsx';

export const generateMetadata = () => secretTitleOf('setup');

export default async function SetupPage(props: LinkPageProps) {
  const { theme, token } = await linkPage(props);
  return (
    <Words of="sign">
      <SignFrame theme={theme} scene="rug">
        <SetupPanel token={token} />
      </SignFrame>
    </Words>
  );
}
