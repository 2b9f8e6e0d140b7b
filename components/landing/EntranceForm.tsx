'use client';

import { useRouter } from 'next/navigation';
import { type SubmitEvent, useId, useTransition } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { cx } from '#components/ui/cx.ts';
import { fieldClass } from '#components/ui/Field.tsx';
import { rememberName } from '#hooks/rememberedName.ts';

/**
 * A name and the way to the door. Without script it is a plain form that takes the name along in the address; with
 * script the name stays in the browser and the address stays clean.
 */
export function EntranceForm({ doorPath }: { doorPath: string }) {
  const t = useTranslations('landing');
  const router = useRouter();
  const [isEntering, startEntering] = useTransition();
  const fieldId = useId();

  function enter(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const name = new FormData(event.currentTarget).get('name');
    if (typeof name === 'string') rememberName(name.trim());
    startEntering(() => router.push(doorPath));
  }

  return (
    <form action={doorPath} method="get" onSubmit={enter} className="mt-5 desk:mt-6">
      <div className="flex flex-col gap-2 desk:flex-row">
        <label htmlFor={fieldId} className="sr-only">
          {t('nameLabel')}
        </label>
        <input
          id={fieldId}
          name="name"
          maxLength={40}
          autoComplete="name"
          placeholder={t('nameLabel')}
          className={cx(fieldClass, 'h-13 min-w-0 flex-none px-3 text-16 desk:flex-1')}
        />
        <Button type="submit" tone="primary" size="large" disabled={isEntering} aria-busy={isEntering}>
          {isEntering ? t('entering') : t('enter')}
        </Button>
      </div>
      <p className="mt-2.5 text-13 text-ink-soft">{t('free')}</p>
    </form>
  );
}
