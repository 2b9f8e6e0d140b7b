'use client';

import { useTranslations } from 'use-intl';
import { buttonClass } from '#components/ui/Button.tsx';
import { Icon } from '#components/ui/Icon.tsx';
import { IconButton } from '#components/ui/IconButton.tsx';
import { Tooltip } from '#components/ui/Tooltip.tsx';
import { CameraButton } from './CameraButton.tsx';
import { MicrophoneButton } from './MicrophoneButton.tsx';

interface ToolBarProps {
  isInCall: boolean;
  isPeopleOpen: boolean;
  onTogglePeople: () => void;
  onShowDevices: () => void;
  onStepAway: () => void;
  onLeave: () => void;
}

/** What one does here, in one bar at the bottom. */
export function ToolBar(props: ToolBarProps) {
  const t = useTranslations('tools');
  return (
    <nav
      aria-label={t('label')}
      className="pointer-events-auto flex h-15 w-full items-center justify-between gap-0.5 rounded-lg bg-raised px-2 shadow-2 desk:w-auto desk:justify-start low:h-13 low:w-auto low:justify-start"
    >
      <MicrophoneButton />
      <CameraButton />
      <IconButton icon="sliders" label={t('settings')} onClick={props.onShowDevices} aria-haspopup="dialog" />
      <Line />
      <IconButton
        icon="people"
        label={t('people')}
        shortcut="P"
        aria-expanded={props.isPeopleOpen}
        onClick={props.onTogglePeople}
      />
      <Line />
      {props.isInCall ? (
        <Tooltip text={t('stepAwayHint')} shortcut="X">
          <button
            type="button"
            aria-keyshortcuts="X"
            onClick={props.onStepAway}
            className={buttonClass('away', 'normal', 'animate-grow max-desk:px-3.5')}
          >
            <Icon name="away" size={19} className="rtl:-scale-x-100" />
            {t('stepAway')}
          </button>
        </Tooltip>
      ) : (
        <IconButton
          icon="away"
          label={t('leave')}
          tone="soft"
          onClick={props.onLeave}
          aria-haspopup="dialog"
        />
      )}
    </nav>
  );
}

function Line() {
  return <span aria-hidden="true" className="mx-1.5 h-6 w-px bg-line max-desk:hidden" />;
}
