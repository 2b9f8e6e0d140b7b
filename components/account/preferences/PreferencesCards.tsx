'use client';

import { useTranslations } from 'use-intl';
import { Card } from '#components/ui/Card.tsx';
import { Switch } from '#components/ui/Switch.tsx';
import type { OwnProfile } from '#hooks/account/editMe.ts';
import { usePreferences } from '#hooks/account/usePreferences.ts';
import { DesktopSwitch } from './DesktopSwitch.tsx';

/** Notifications and devices, saved switch by switch. */
export function PreferencesCards({ own }: { own: OwnProfile }) {
  const t = useTranslations('accountPreferences');
  const { preferences, set } = usePreferences(own);
  const { notifications, devices } = preferences;
  const { isGuest } = own.user;
  return (
    <>
      <Card title={t('notifications')}>
        <div className="grid gap-4">
          <Switch
            label={t('sounds')}
            detail={t('soundsDetail')}
            isOn={notifications.sounds}
            onChange={(isOn) => set({ group: 'notifications', name: 'sounds' }, isOn)}
          />
          <DesktopSwitch
            isOn={notifications.desktop}
            onChange={(isOn) => set({ group: 'notifications', name: 'desktop' }, isOn)}
          />
          {!isGuest && (
            <Switch
              label={t('invitationMails')}
              detail={t('invitationMailsDetail')}
              isOn={notifications.invitationMails}
              onChange={(isOn) => set({ group: 'notifications', name: 'invitationMails' }, isOn)}
            />
          )}
        </div>
      </Card>
      <Card title={t('devices')}>
        <div className="grid gap-4">
          <Switch
            label={t('startMuted')}
            detail={t('startMutedDetail')}
            isOn={devices.startMuted}
            onChange={(isOn) => set({ group: 'devices', name: 'startMuted' }, isOn)}
          />
          <Switch
            label={t('startWithoutCamera')}
            detail={t('startWithoutCameraDetail')}
            isOn={devices.startWithoutCamera}
            onChange={(isOn) => set({ group: 'devices', name: 'startWithoutCamera' }, isOn)}
          />
        </div>
      </Card>
    </>
  );
}
