'use client';

import { type ClipboardEvent, type SubmitEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { Field } from '#components/ui/Field.tsx';
import { SegmentedChoice } from '#components/ui/SegmentedChoice.tsx';
import { pastedTerms, problemOfTerm, type TermProblem } from '#hooks/chat/moderation/filterTerms.ts';
import type { FilterTerm } from '#lib/protocol/chat/views.ts';

interface AddTermProps {
  known: readonly FilterTerm[];
  onAdd: (terms: readonly string[], action: FilterTerm['action']) => void;
}

/** One more term for the list, or several at once that were copied from elsewhere. */
export function AddTerm({ known, onAdd }: AddTermProps) {
  const t = useTranslations('spaceFilters');
  const field = useRef<HTMLInputElement>(null);
  const [term, setTerm] = useState('');
  const [action, setAction] = useState<FilterTerm['action']>('review');
  const [problem, setProblem] = useState<TermProblem | null>(null);

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const found = problemOfTerm(term, known);
    setProblem(found);
    field.current?.focus();
    if (found !== null) return;
    onAdd([term], action);
    setTerm('');
  }

  function paste(event: ClipboardEvent<HTMLInputElement>): void {
    const terms = pastedTerms(event.clipboardData.getData('text/plain'));
    if (terms.length < 2) return;
    event.preventDefault();
    onAdd(terms, action);
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Field
        ref={field}
        label={t('term')}
        hint={t('termHint')}
        error={problem === null ? null : t(`problems.${problem}`)}
        value={term}
        autoComplete="off"
        spellCheck={false}
        onPaste={paste}
        onChange={(event) => {
          setTerm(event.currentTarget.value);
          setProblem(null);
        }}
      />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <SegmentedChoice
          label={t('action')}
          value={action}
          choices={[
            { value: 'review', label: t('review') },
            { value: 'refuse', label: t('refuse') },
          ]}
          onChange={setAction}
        />
        <Button type="submit" icon="plus">
          {t('add')}
        </Button>
      </div>
      <p className="text-13 text-pretty text-ink-soft">{t(`${action}Detail`)}</p>
    </form>
  );
}
