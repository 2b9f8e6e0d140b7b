'use client';

import { useTranslations } from 'use-intl';
import { MenuItem } from '#components/ui/Menu.tsx';
import { type Blockable, useBlock } from '#hooks/chat/useBlock.ts';

interface BlockLineProps {
  isBlocked: boolean;
  onChange: (isBlocked: boolean) => void;
}

/** The line of a menu that blocks somebody, or ends it. */
export function BlockLine({ isBlocked, onChange }: BlockLineProps) {
  const t = useTranslations('blocking');
  return (
    <MenuItem icon="block" onSelect={() => onChange(!isBlocked)}>
      {isBlocked ? t('unblock') : t('block')}
    </MenuItem>
  );
}

/** That line for somebody of the chat. */
export function BlockItem(blockable: Blockable) {
  const { isBlocked, change } = useBlock(blockable);
  return <BlockLine isBlocked={isBlocked} onChange={change} />;
}
