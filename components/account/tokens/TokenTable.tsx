'use client';

import { useTranslations } from 'use-intl';
import { Badge } from '#components/ui/Badge.tsx';
import { type Column, DataTable } from '#components/ui/DataTable.tsx';
import { hasExpired } from '#hooks/account/tokenDraft.ts';
import { useMoment } from '#hooks/account/useMoment.ts';
import type { ApiTokenView } from '#lib/protocol/rest/me.ts';
import { RevokeButton } from './RevokeButton.tsx';

interface TokenTableProps {
  tokens: readonly ApiTokenView[];
  onRevoked: (id: string) => void;
}

/** The tokens, what each is good for and how long. */
export function TokenTable({ tokens, onRevoked }: TokenTableProps) {
  const t = useTranslations('apiTokens');
  const moment = useMoment();
  const columns: Column<ApiTokenView>[] = [
    { key: 'name', header: t('name'), cell: (token) => <Named token={token} /> },
    {
      key: 'used',
      header: t('used'),
      cell: ({ lastUsedAt }) => (lastUsedAt === null ? t('neverUsed') : moment.day(lastUsedAt)),
    },
    { key: 'expires', header: t('expires'), cell: (token) => <Expiry token={token} /> },
    {
      key: 'actions',
      header: t('actions'),
      isHeaderHidden: true,
      align: 'end',
      cell: (token) => <RevokeButton token={token} onRevoked={() => onRevoked(token.id)} />,
    },
  ];
  return <DataTable caption={t('listLabel')} columns={columns} rows={tokens} rowKey={({ id }) => id} />;
}

/** The name, and below it what the token is good for. */
function Named({ token }: { token: ApiTokenView }) {
  const t = useTranslations('apiTokens');
  return (
    <div className="py-0.5">
      <p className="font-name">{token.name}</p>
      <ul aria-label={t('scopes')} className="mt-1 flex flex-wrap gap-1">
        {token.scopes.map((scope) => (
          <li key={scope}>
            <Badge>{t(`scope.${scope}.label`)}</Badge>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Expiry({ token }: { token: ApiTokenView }) {
  const t = useTranslations('apiTokens');
  const moment = useMoment();
  if (token.expiresAt === null) return t('neverExpires');
  if (hasExpired(token, new Date())) return <Badge tone="bad">{t('expired')}</Badge>;
  return moment.day(token.expiresAt);
}
