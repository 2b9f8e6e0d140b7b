'use client';

import { useTranslations } from 'use-intl';
import { cx } from '#components/ui/cx.ts';
import { Icon, type IconName } from '#components/ui/Icon.tsx';
import { iconPaths } from '#components/ui/iconPaths.tsx';
import { Specimen, Specimens } from './Specimens.tsx';
import { radii, shadows, spacingSteps, typeSizes, weights } from './tokens.ts';

/** Sizes and weights of type. */
export function TypeSpecimens() {
  const t = useTranslations('gallery');
  return (
    <Specimens name="type">
      <Specimen name="text-*" className="grid gap-4">
        {typeSizes.map(({ name, px, className }) => (
          <div key={name} className="grid gap-x-6 desk:grid-cols-[88px_minmax(0,1fr)] desk:items-baseline">
            <span className="text-12 text-ink-soft tabular-nums">{px}</span>
            <span className={cx('text-pretty', className)}>{t('pangram')}</span>
          </div>
        ))}
      </Specimen>
      <Specimen name="font-*" className="grid gap-2">
        {weights.map(({ name, className }) => (
          <span key={name} className={cx('text-16', className)}>
            {t('pangram')}
          </span>
        ))}
      </Specimen>
    </Specimens>
  );
}

/** Distances. */
export function SpacingSpecimens() {
  return (
    <Specimens name="spacing">
      <Specimen name="gap, padding" className="grid gap-2">
        {spacingSteps.map((px) => (
          <div key={px} className="flex items-center gap-3">
            <span className="w-8 text-12 text-ink-soft tabular-nums">{px}</span>
            <span className="h-3 rounded-[3px] bg-lagoon" style={{ inlineSize: px }} />
          </div>
        ))}
      </Specimen>
    </Specimens>
  );
}

/** Corners. */
export function RadiusSpecimens() {
  return (
    <Specimens name="radii">
      <Specimen name="rounded-*" className="flex flex-wrap gap-4">
        {radii.map(({ name, className }) => (
          <div key={name} className="grid justify-items-center gap-2">
            <span className={cx('block size-20 bg-lagoon-soft inset-ring inset-ring-lagoon', className)} />
            <code dir="ltr" className="font-mono text-12">
              {name}
            </code>
          </div>
        ))}
      </Specimen>
    </Specimens>
  );
}

/** Heights above the page. */
export function ShadowSpecimens() {
  return (
    <Specimens name="shadows">
      <div className="grid gap-6 p-2 desk:grid-cols-3">
        {shadows.map(({ name, className }) => (
          <div key={name} className={cx('grid h-24 place-items-center rounded-md bg-raised', className)}>
            <code dir="ltr" className="font-mono text-12">
              {name}
            </code>
          </div>
        ))}
      </div>
    </Specimens>
  );
}

const iconNames = Object.keys(iconPaths) as IconName[];

/** Every line icon. */
export function IconSpecimens() {
  return (
    <Specimens name="icons">
      <ul className="grid grid-cols-3 gap-2 desk:grid-cols-8">
        {iconNames.map((name) => (
          <li
            key={name}
            className="grid h-22 content-center justify-items-center gap-2 rounded-md bg-raised inset-ring inset-ring-line"
          >
            <Icon name={name} size={24} />
            <code dir="ltr" className="font-mono text-11 text-ink-soft">
              {name}
            </code>
          </li>
        ))}
      </ul>
    </Specimens>
  );
}
