import { NeedsAccount } from '#components/account/NeedsAccount.tsx';
import { TokensPanel } from '#components/account/tokens/TokensPanel.tsx';
import { callApi } from '#lib/web/api.ts';
import { requireOwnProfile } from '../../_server/account.ts';
import { ownTitleOf } from '../../_server/metadata.ts';

const path = '/account/tokens';

export const generateMetadata = () => ownTitleOf('apiTokens');

export default async function TokensPage() {
  const { user } = await requireOwnProfile(path);
  if (user.isGuest) return <NeedsAccount path={path} />;
  const { reply } = await callApi('listTokens');
  return <TokensPanel tokens={reply.items} />;
}
