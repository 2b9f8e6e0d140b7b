'use client';

import { useTranslations } from 'use-intl';
import { copyText } from '#hooks/copyText.ts';
import { useToasts } from '#hooks/useToasts.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';

/** Copies the address of a space and says so. Where the browser keeps the clipboard closed, the address is shown instead. */
export function useSpaceLink(): (space: Pick<SpaceView, 'id' | 'slug'>) => Promise<void> {
  const t = useTranslations('spaces');
  const toasts = useToasts();
  return async ({ id, slug }) => {
    const address = `${window.location.origin}/space/${slug}`;
    const isCopied = await copyText(address);
    toasts.show({ key: `link-${id}`, title: isCopied ? t('copied') : t('copyFailed'), detail: address });
  };
}
