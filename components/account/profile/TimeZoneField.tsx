'use client';

import { useId, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { cx } from '#components/ui/cx.ts';
import { Dialog } from '#components/ui/Dialog.tsx';
import { fieldClass } from '#components/ui/Field.tsx';
import { Icon } from '#components/ui/Icon.tsx';
import { zoneChoiceOf } from '#hooks/account/timeZones.ts';
import { useMinute } from '#hooks/useMinute.ts';
import { ZoneSearch } from './ZoneSearch.tsx';

interface TimeZoneFieldProps {
  /** Null: like the browser. */
  value: string | null;
  onChange: (zone: string | null) => void;
}

/** In which time zone times are shown, and what time it is there. */
export function TimeZoneField({ value, onChange }: TimeZoneFieldProps) {
  const t = useTranslations('profile');
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const words = value === null ? t('timeZoneAuto') : zoneChoiceOf(value).place;

  function choose(zone: string | null): void {
    onChange(zone);
    setOpen(false);
  }

  return (
    <div className="min-w-0">
      <span id={`${id}-label`} className="mb-1.5 block text-13 font-medium text-ink-soft">
        {t('timeZone')}
      </span>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-labelledby={`${id}-label ${id}-value`}
        onClick={() => setOpen(true)}
        className={cx(fieldClass, 'flex h-11 items-center gap-3 ps-3 pe-2 text-start text-14')}
      >
        <Icon name="clock" size={19} className="text-ink-soft" />
        <span id={`${id}-value`} className="min-w-0 flex-1 truncate">
          {words}
        </span>
        <Icon name="search" size={18} className="text-ink-soft" />
      </button>
      <TimeThere zone={value} />
      <Dialog open={isOpen} onOpenChange={setOpen} title={t('timeZone')}>
        <ZoneSearch value={value} onChoose={choose} />
      </Dialog>
    </div>
  );
}

/** The time in the chosen zone, once the page can tell it; its line is there from the start. */
function TimeThere({ zone }: { zone: string | null }) {
  const t = useTranslations('profile');
  const format = useFormatter();
  const now = useMinute();
  const time =
    now === null
      ? null
      : format.dateTime(now, { timeStyle: 'short', ...(zone !== null && { timeZone: zone }) });
  return (
    <p className="mt-1.5 min-h-5 text-13 text-ink-soft">{time !== null && t('timeZoneNow', { time })}</p>
  );
}
