'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { cx } from '#components/ui/cx.ts';
import type { SectionName } from './sections.ts';

/** One part of the gallery. */
export function Specimens({ name, children }: { name: SectionName; children: ReactNode }) {
  const t = useTranslations('gallery.sections');
  return (
    <section id={name} aria-labelledby={`${name}-title`} className="scroll-mt-20 pt-12 first:pt-4">
      <h2 id={`${name}-title`} className="mb-4 text-22 leading-snug font-title tracking-title">
        {t(name)}
      </h2>
      <div className="grid gap-4">{children}</div>
    </section>
  );
}

interface SpecimenProps {
  /** Name of the component or its variant, as it stands in the code. */
  name: string;
  children: ReactNode;
  className?: string;
}

/** One component in one or several states. */
export function Specimen({ name, children, className }: SpecimenProps) {
  return (
    <div className="min-w-0 rounded-lg bg-raised p-5 shadow-1 inset-ring inset-ring-line">
      <p className="mb-4 font-mono text-12 text-ink-soft" dir="ltr">
        {name}
      </p>
      <div className={cx('min-w-0', className)}>{children}</div>
    </div>
  );
}
