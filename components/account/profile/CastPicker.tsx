'use client';

import { RadioGroup } from 'radix-ui';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from '#components/ui/Icon.tsx';
import { CAST_IDS } from '#lib/domain/cast.ts';

interface CastPickerProps {
  value: string;
  onChange: (cast: string) => void;
}

/** One of the drawn characters, chosen by its picture. */
export function CastPicker({ value, onChange }: CastPickerProps) {
  const t = useTranslations('profile');
  const id = useId();
  return (
    <div>
      <p id={`${id}-label`} className="text-13 font-medium text-ink-soft">
        {t('cast')}
      </p>
      <p id={`${id}-detail`} className="mt-0.5 mb-2 text-13 text-ink-soft">
        {t('castDetail')}
      </p>
      <RadioGroup.Root
        value={value}
        onValueChange={onChange}
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-detail`}
        className="relative grid grid-cols-4 gap-2 desk:gap-2.5"
      >
        {CAST_IDS.map((cast) => (
          <Character key={cast} cast={cast} label={t(`casts.${cast}`)} />
        ))}
      </RadioGroup.Root>
    </div>
  );
}

function Character({ cast, label }: { cast: string; label: string }) {
  return (
    <RadioGroup.Item
      value={cast}
      aria-label={label}
      title={label}
      className="group relative block aspect-square overflow-hidden rounded-md bg-sunken transition-[translate] duration-120 hover:-translate-y-0.5 data-[state=checked]:ring-3 data-[state=checked]:ring-lagoon desk:aspect-8/5"
    >
      {/* biome-ignore lint/performance/noImgElement: an SVG of a few KB needs no image optimizer */}
      <img
        src={`/people/${cast}-portrait.svg`}
        alt=""
        width={320}
        height={200}
        loading="lazy"
        decoding="async"
        draggable={false}
        className="size-full object-cover"
      />
      <RadioGroup.Indicator className="absolute end-1.5 bottom-1.5 inline-grid size-6 place-items-center rounded-full bg-lagoon text-on-lagoon">
        <Icon name="check" size={16} />
      </RadioGroup.Indicator>
    </RadioGroup.Item>
  );
}
