'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { ConfirmDialog } from '#components/ui/ConfirmDialog.tsx';
import { Dialog } from '#components/ui/Dialog.tsx';
import { Field } from '#components/ui/Field.tsx';
import { Tooltip } from '#components/ui/Tooltip.tsx';
import { Specimen, Specimens } from './Specimens.tsx';
import { sampleSpace } from './sampleData.ts';

type Open = 'none' | 'dialog' | 'confirm' | 'typed';

/** What opens over the page. */
export function WindowSpecimens() {
  const t = useTranslations('gallery.words');
  const [open, setOpen] = useState<Open>('none');
  const close = () => setOpen('none');
  const follow = (isOpen: boolean) => isOpen || close();
  return (
    <Specimens name="windows">
      <Specimen name="Dialog, ConfirmDialog, Tooltip" className="flex flex-wrap gap-3">
        <Button onClick={() => setOpen('dialog')}>{t('openDialog')}</Button>
        <Button onClick={() => setOpen('confirm')}>{t('openConfirm')}</Button>
        <Button tone="away" onClick={() => setOpen('typed')}>
          {t('openTyped')}
        </Button>
        <Tooltip text={t('tip')} shortcut="T">
          <Button tone="ghost">{t('openTip')}</Button>
        </Tooltip>
      </Specimen>
      <Dialog open={open === 'dialog'} onOpenChange={follow} title={t('rename')} lead={t('nameHint')}>
        <div className="grid gap-4">
          <Field label={t('name')} defaultValue={sampleSpace} />
          <Button tone="primary" className="justify-self-end" onClick={close}>
            {t('save')}
          </Button>
        </div>
      </Dialog>
      <ConfirmDialog
        open={open === 'confirm'}
        onOpenChange={follow}
        title={t('archiveTitle')}
        detail={t('archiveDetail')}
        confirmLabel={t('archive')}
        tone="primary"
        onConfirm={close}
      />
      <ConfirmDialog
        open={open === 'typed'}
        onOpenChange={follow}
        title={t('deleteSpace')}
        detail={t('deleteDetail')}
        confirmLabel={t('remove')}
        nameToType={sampleSpace}
        onConfirm={close}
      />
    </Specimens>
  );
}
