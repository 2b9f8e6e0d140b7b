'use client';

import { type ReactNode, type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { PresenceLine } from '#components/landing/PresenceLine.tsx';
import { Button } from '#components/ui/Button.tsx';
import { Field } from '#components/ui/Field.tsx';
import type { Entrance } from '#hooks/useEntrance.ts';

interface DoorFormProps {
  spaceName: string;
  presence: { text: string; isAnybodyHere: boolean };
  initialName: string;
  entrance: Entrance;
  /** Words of the one big button: they say what one enters with. */
  enterLabel: string;
  /** The devices, between the name and the button. */
  children: ReactNode;
}

/** The right half of the door: whose space this is, who is there, my name, and in. */
export function DoorForm({
  spaceName,
  presence,
  initialName,
  entrance,
  enterLabel,
  children,
}: DoorFormProps) {
  const t = useTranslations('door');
  const [name, setName] = useState(initialName);
  const field = useRef<HTMLInputElement>(null);
  const isEntering = entrance.state.kind === 'entering';
  useEffect(() => {
    if (entrance.state.kind === 'name_missing' || entrance.state.kind === 'name_refused')
      field.current?.focus();
  }, [entrance.state]);

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    entrance.enter(name);
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <div>
        <h1 className="text-32 leading-tight font-title tracking-display text-balance desk:text-40">
          {spaceName}
        </h1>
        <div className="mt-3">
          <PresenceLine {...presence} />
        </div>
      </div>
      <Field
        ref={field}
        label={t('name')}
        name="name"
        value={name}
        maxLength={40}
        autoComplete="name"
        placeholder={t('namePlaceholder')}
        error={nameError()}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {children}
      <Button
        type="submit"
        tone="primary"
        size="large"
        disabled={isEntering}
        aria-busy={isEntering}
        className="mt-2"
      >
        {isEntering ? t('entering') : enterLabel}
      </Button>
      <p role="alert" className="rounded-md bg-bad-soft px-4 py-3 text-13 text-bad-text empty:hidden">
        {failure()}
      </p>
      <p className="text-center text-13 text-ink-soft">{t('fine')}</p>
    </form>
  );

  function nameError(): string | null {
    if (entrance.state.kind === 'name_missing') return t('nameMissing');
    return entrance.state.kind === 'name_refused' ? t('nameRefused') : null;
  }

  function failure(): string | null {
    if (entrance.state.kind !== 'failed') return null;
    const reasons = { offline: t('failedOffline'), busy: t('failedBusy'), other: t('failedOther') };
    return t('failed', { reason: reasons[entrance.state.reason] });
  }
}
