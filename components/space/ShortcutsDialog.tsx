'use client';

import { useTranslations } from 'use-intl';
import { Dialog } from '#components/ui/Dialog.tsx';

interface ShortcutsDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** The keys that do something here. */
export function ShortcutsDialog({ open, onOpenChange }: ShortcutsDialogProps) {
  const t = useTranslations('shortcuts');
  const rows = [
    { keys: t('walkKeys'), words: t('walk') },
    { keys: 'M', words: t('microphone') },
    { keys: 'V', words: t('camera') },
    { keys: 'P', words: t('people') },
    { keys: 'X', words: t('stepAway') },
    { keys: '?', words: t('help') },
    { keys: 'Esc', words: t('close') },
  ];
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('title')}>
      <dl className="grid gap-1">
        {rows.map(({ keys, words }) => (
          <div key={keys} className="flex min-h-9 items-center justify-between gap-4">
            <dt>{words}</dt>
            <dd>
              <kbd className="rounded-sm bg-sunken px-2 py-1 font-sans text-13 font-name">{keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
