'use client';

import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { Card } from '#components/ui/Card.tsx';
import { Field } from '#components/ui/Field.tsx';
import { FormProblem } from '#components/ui/FormProblem.tsx';
import { RadioCards } from '#components/ui/RadioCards.tsx';
import { Select } from '#components/ui/Select.tsx';
import {
  expiries,
  type InvitationDraft,
  invitationBodyOf,
  newInvitation,
  useCounts,
  withHow,
} from '#hooks/places/invitationDraft.ts';
import type { Invitations } from '#hooks/places/useInvitations.ts';
import { grantableRoles } from '#lib/domain/access/roles.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';

interface InvitationFormProps {
  space: SpaceView;
  create: Invitations['create'];
}

/** Writes an invitation: a link or a mail, as what, how long and how often. */
export function InvitationForm({ space, create }: InvitationFormProps) {
  const t = useTranslations('spaceInvitations');
  const [draft, setDraft] = useState(newInvitation);
  const [isEmailBad, setEmailBad] = useState(false);
  const isMail = draft.how === 'mail';

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const isBad = invitationBodyOf(draft) === null;
    setEmailBad(isBad);
    if (!isBad) void create.run(draft);
  }

  return (
    <form onSubmit={submit} noValidate>
      <Card
        title={t('title')}
        lead={t('lead')}
        footer={
          <Button
            type="submit"
            tone="primary"
            icon={isMail ? 'mail' : 'link'}
            disabled={create.isPending}
            aria-busy={create.isPending}
          >
            {create.isPending ? t('creating') : t(isMail ? 'send' : 'create')}
          </Button>
        }
      >
        <div className="grid gap-4">
          <FormProblem error={create.error} />
          <RadioCards
            label={t('how')}
            value={draft.how}
            columns={2}
            choices={[
              { value: 'link', label: t('byLink'), detail: t('byLinkDetail'), icon: 'link' },
              { value: 'mail', label: t('byMail'), detail: t('byMailDetail'), icon: 'mail' },
            ]}
            onChange={(how) => setDraft(withHow(draft, how))}
          />
          {isMail && (
            <EmailField
              value={draft.email}
              isBad={isEmailBad}
              onChange={(email) => setDraft({ ...draft, email })}
            />
          )}
          <Terms space={space} draft={draft} onChange={setDraft} />
        </div>
      </Card>
    </form>
  );
}

interface EmailFieldProps {
  value: string;
  isBad: boolean;
  onChange: (email: string) => void;
}

function EmailField({ value, isBad, onChange }: EmailFieldProps) {
  const t = useTranslations('spaceInvitations');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isBad) field.current?.focus();
  }, [isBad]);
  return (
    <Field
      ref={field}
      label={t('email')}
      type="email"
      value={value}
      maxLength={254}
      autoComplete="off"
      inputMode="email"
      dir="ltr"
      error={isBad ? t('emailBad') : null}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

interface TermsProps {
  space: SpaceView;
  draft: InvitationDraft;
  onChange: (draft: InvitationDraft) => void;
}

/** As what, how long and how often. */
function Terms({ space, draft, onChange }: TermsProps) {
  const t = useTranslations('spaceInvitations');
  const names = useTranslations('roleNames');
  const details = useTranslations('roleDetails');
  const grantable = grantableRoles(space.role);
  return (
    <div className="grid gap-4 desk:grid-cols-3 desk:gap-3">
      <Select
        label={t('role')}
        value={draft.role}
        hint={details(draft.role)}
        options={grantable.toReversed().map((role) => ({ value: role, label: names(role) }))}
        onChange={(value) => onChange({ ...draft, role: oneOf(grantable, value, draft.role) })}
      />
      <Select
        label={t('expiry')}
        value={draft.expiry}
        options={keysOf(expiries).map((key) => ({ value: key, label: t(key) }))}
        onChange={(value) => onChange({ ...draft, expiry: oneOf(keysOf(expiries), value, draft.expiry) })}
      />
      <Select
        label={t('uses')}
        value={draft.uses}
        options={keysOf(useCounts).map((key) => ({ value: key, label: t(key) }))}
        onChange={(value) => onChange({ ...draft, uses: oneOf(keysOf(useCounts), value, draft.uses) })}
      />
    </div>
  );
}

function keysOf<Key extends string>(of: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(of).filter((key): key is Key => key in of);
}

/** The choice that a select names; another value than it offers changes nothing. */
function oneOf<Value extends string>(values: readonly Value[], wanted: string, present: Value): Value {
  return values.find((value) => value === wanted) ?? present;
}
