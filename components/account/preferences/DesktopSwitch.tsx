'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { Switch } from '#components/ui/Switch.tsx';
import { desktopNote } from '#hooks/account/preferences.ts';
import { useNoticeRight } from '#hooks/account/useNoticeRight.ts';

interface DesktopSwitchProps {
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

/** The browser's own notifications. Switching them on lets the browser ask, at that moment and no sooner. */
export function DesktopSwitch({ isOn, onChange }: DesktopSwitchProps) {
  const t = useTranslations('accountPreferences');
  const { right, ask } = useNoticeRight();
  const [isTried, setTried] = useState(false);
  const note = right === null ? null : desktopNote(right, isOn || isTried);

  async function change(wanted: boolean): Promise<void> {
    setTried(wanted);
    if (!wanted) onChange(false);
    else if ((await ask()) === 'granted') onChange(true);
  }

  return (
    <div className="grid gap-2">
      <Switch
        label={t('desktop')}
        detail={t('desktopDetail')}
        isOn={isOn}
        onChange={(wanted) => void change(wanted)}
      />
      {note !== null && (
        <Notice
          tone={note === 'desktopDenied' ? 'bad' : 'plain'}
          isAnnounced
          action={
            note === 'desktopElsewhere' ? (
              <Button size="small" tone="line" onClick={() => void ask()}>
                {t('desktopAllow')}
              </Button>
            ) : undefined
          }
        >
          {t(note)}
        </Notice>
      )}
    </div>
  );
}
