'use client';

import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button, buttonClass } from '#components/ui/Button.tsx';
import { Card } from '#components/ui/Card.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import type { ApiTokenView } from '#lib/protocol/rest/me.ts';
import { PartHeader } from '../PartHeader.tsx';
import { NewTokenDialog } from './NewTokenDialog.tsx';
import { TokenTable } from './TokenTable.tsx';

/** My personal API tokens. */
export function TokensPanel({ tokens }: { tokens: readonly ApiTokenView[] }) {
  const t = useTranslations('apiTokens');
  const [items, setItems] = useState(tokens);
  const [isCreating, setCreating] = useState(false);
  const create = (
    <Button tone="primary" icon="plus" onClick={() => setCreating(true)}>
      {t('create')}
    </Button>
  );
  return (
    <>
      <PartHeader title={t('title')} lead={t('lead')} action={items.length > 0 && create} />
      {items.length === 0 ? (
        <EmptyState icon="code" level={3} title={t('emptyTitle')} action={create}>
          {t('empty')}
        </EmptyState>
      ) : (
        <Card>
          <TokenTable
            tokens={items}
            onRevoked={(revoked) => setItems((before) => before.filter(({ id }) => id !== revoked))}
          />
        </Card>
      )}
      <p>
        <Link href="/docs/api" className={buttonClass('ghost', 'small', '-ms-3')}>
          {t('docs')}
        </Link>
      </p>
      <NewTokenDialog
        open={isCreating}
        onOpenChange={setCreating}
        onCreated={(token) => setItems((before) => [token, ...before])}
      />
    </>
  );
}
