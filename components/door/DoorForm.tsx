'use client';

import { type ReactNode, type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { Field } from '#components/ui/Field.tsx';
import type { DoorVisitor } from '#hooks/places/doorVisitor.ts';
import type { Entrance } from '#hooks/useEntrance.ts';
import { DoorPresence } from './DoorPresence.tsx';
import { KnownVisitor } from './KnownVisitor.tsx';

interface DoorFormProps {
  spaceName: string;
  /** What the space is about, in its own words; empty where it has none. */
  description: string;
  initialName: string;
  /** Somebody with an account, who has a name already; null for newcomers and guests. */
  account: DoorVisitor | null;
  entrance: Entrance;
  /** Words of the one big button: they say what one enters with. */
  enterLabel: string;
  /** The devices, between the name and the button. */
  children: ReactNode;
}

/** The right half of the door: whose space this is, who is there, my name, and in. */
export function DoorForm(props: DoorFormProps) {
  const { spaceName, description, initialName, account, entrance, enterLabel, children } = props;
  const t = useTranslations('door');
  const [name, setName] = useState(initialName);
  const isEntering = entrance.state.kind === 'entering';

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (account === null) entrance.enter(name);
    else entrance.enterAs(account.name);
  }

  return (
    <form onSubmit={submit} noValidate className="grid min-w-0 gap-4">
      <div className="min-w-0">
        <h1 className="text-32 leading-tight font-title tracking-display text-balance wrap-anywhere desk:text-40">
          {spaceName}
        </h1>
        {description !== '' && (
          <p className="mt-2 text-14 text-pretty wrap-anywhere text-ink-soft">{description}</p>
        )}
        <DoorPresence />
      </div>
      {account === null ? (
        <NameField name={name} onChange={setName} entrance={entrance} />
      ) : (
        <KnownVisitor visitor={account} />
      )}
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
      <EntranceFailure entrance={entrance} />
      <p className="text-center text-13 text-ink-soft">{t('fine')}</p>
    </form>
  );
}

interface NameFieldProps {
  name: string;
  onChange: (name: string) => void;
  entrance: Entrance;
}

function NameField({ name, onChange, entrance }: NameFieldProps) {
  const t = useTranslations('door');
  const field = useRef<HTMLInputElement>(null);
  const { state } = entrance;
  useEffect(() => {
    if (state.kind === 'name_missing' || state.kind === 'name_refused') field.current?.focus();
  }, [state]);
  return (
    <Field
      ref={field}
      label={t('name')}
      name="name"
      value={name}
      maxLength={40}
      autoComplete="name"
      placeholder={t('namePlaceholder')}
      error={error()}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );

  function error(): string | null {
    if (state.kind === 'name_missing') return t('nameMissing');
    return state.kind === 'name_refused' ? t('nameRefused') : null;
  }
}

function EntranceFailure({ entrance }: { entrance: Entrance }) {
  const t = useTranslations('door');
  return (
    <p role="alert" className="rounded-md bg-bad-soft px-4 py-3 text-13 text-bad-text empty:hidden">
      {words()}
    </p>
  );

  function words(): string | null {
    if (entrance.state.kind !== 'failed') return null;
    const reasons = { offline: t('failedOffline'), busy: t('failedBusy'), other: t('failedOther') };
    return t('failed', { reason: reasons[entrance.state.reason] });
  }
}
