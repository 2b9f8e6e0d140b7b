'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '#components/ui/Dialog.tsx';
import { Switch } from '#components/ui/Switch.tsx';
import { areLetterKeysOn, setLetterKeysOn } from '#hooks/letterKeys.ts';

interface ShortcutsDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** The keys that do something here, and whether single letters count among them. */
export function ShortcutsDialog({ open, onOpenChange }: ShortcutsDialogProps) {
  const t = useTranslations('shortcuts');
  const chat = useTranslations('chat.keys');
  const rows = [
    { keys: t('walkKeys'), words: t('walk') },
    { keys: 'M', words: t('microphone') },
    { keys: 'V', words: t('camera') },
    { keys: 'P', words: t('people') },
    { keys: 'C', words: t('chat') },
    { keys: 'X', words: t('stepAway') },
    { keys: '?', words: t('help') },
    { keys: 'Esc', words: t('close') },
  ];
  const chatRows = [
    { keys: chat('walkKeys'), words: chat('walk') },
    { keys: 'R', words: chat('reply') },
    { keys: 'T', words: chat('thread') },
    { keys: 'E', words: chat('edit') },
    { keys: chat('deleteKey'), words: chat('delete') },
    { keys: '↑', words: chat('editLast') },
    { keys: chat('lineKeys'), words: chat('line') },
  ];
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('title')}>
      <Keys rows={rows} />
      <h3 className="mt-3 border-t border-line pt-3 pb-1 font-title">{chat('title')}</h3>
      <Keys rows={chatRows} />
      <div className="mt-3 border-t border-line pt-3">
        <LetterKeysSwitch />
      </div>
    </Dialog>
  );
}

function Keys({ rows }: { rows: readonly { keys: string; words: string }[] }) {
  return (
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
  );
}

function LetterKeysSwitch() {
  const t = useTranslations('shortcuts');
  const [isOn, setOn] = useState(areLetterKeysOn);
  function change(next: boolean): void {
    setLetterKeysOn(next);
    setOn(next);
  }
  return <Switch label={t('letters')} detail={t('lettersDetail')} isOn={isOn} onChange={change} />;
}
