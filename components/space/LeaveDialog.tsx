'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { Dialog } from '#components/ui/Dialog.tsx';
import { useSpaceName } from '#hooks/live/useSpaceFacts.ts';

interface LeaveDialogProps {
  open: boolean;
  isInCall: boolean;
  onOpenChange: (open: boolean) => void;
  onLeave: () => void;
}

/** Asks once before leaving the space. */
export function LeaveDialog({ open, isInCall, onOpenChange, onLeave }: LeaveDialogProps) {
  const t = useTranslations('leave');
  const spaceName = useSpaceName();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('title', { space: spaceName })}
      lead={isInCall ? t('inCall') : t('calm')}
    >
      <div className="flex justify-end gap-2 pt-2">
        <Button onClick={() => onOpenChange(false)}>{t('stay')}</Button>
        <Button tone="away" icon="away" onClick={onLeave}>
          {t('confirm')}
        </Button>
      </div>
    </Dialog>
  );
}
