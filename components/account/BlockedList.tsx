'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type * as z from 'zod/mini';
import { Card } from '#components/ui/Card.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { LoadMore } from '#components/ui/LoadMore.tsx';
import { useAction } from '#hooks/useAction.ts';
import { useApi } from '#hooks/useApi.ts';
import { useToasts } from '#hooks/useToasts.ts';
import { useToldAction } from '#hooks/useToldAction.ts';
import { meRoutes } from '#lib/protocol/rest/me.ts';
import { BlockedRow } from './BlockedRow.tsx';

export type BlockPage = z.infer<(typeof meRoutes.listBlocks)['reply']>;
export type Block = BlockPage['items'][number];

/** People whom I block. Ending a block can be undone for a moment. */
export function BlockedList({ first }: { first: BlockPage }) {
  const t = useTranslations('blocked');
  const api = useApi();
  const toasts = useToasts();
  const [blocks, setBlocks] = useState(first.items);
  const [cursor, setCursor] = useState(first.nextCursor);

  const more = useAction(async () => {
    const query = cursor === null ? {} : { cursor };
    const { reply } = await api.call(meRoutes.listBlocks, { query });
    setBlocks((before) => [...before, ...reply.items]);
    setCursor(reply.nextCursor);
  });

  const restoring = useToldAction('unblock', async (block: Block) => {
    await api.call(meRoutes.block, { params: { user: block.person.id } });
    setBlocks((before) => [block, ...before]);
    toasts.show({ key: 'unblock', title: t('undone', { name: block.person.name }) });
  });

  async function unblock(block: Block): Promise<void> {
    const { id, name, cast } = block.person;
    await api.call(meRoutes.unblock, { params: { user: id } });
    setBlocks((before) => before.filter(({ person }) => person.id !== id));
    toasts.show({
      key: 'unblock',
      title: t('unblocked', { name }),
      cast,
      action: { label: t('undo'), run: () => void restoring.run(block) },
    });
  }

  if (blocks.length === 0 && cursor === null) {
    return (
      <EmptyState icon="block" level={3} title={t('emptyTitle')}>
        {t('empty')}
      </EmptyState>
    );
  }
  return (
    <Card>
      <ul className="-my-3">
        {blocks.map((block) => (
          <BlockedRow key={block.person.id} block={block} onUnblock={() => unblock(block)} />
        ))}
      </ul>
      <LoadMore
        hasMore={cursor !== null}
        isPending={more.isPending}
        error={more.error}
        onMore={() => void more.run()}
      />
    </Card>
  );
}
