'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { Checkbox } from '#components/ui/Checkbox.tsx';
import { FieldError } from '#components/ui/FieldError.tsx';
import { type TokenDraft, withScope } from '#hooks/account/tokenDraft.ts';
import { scopes } from '#lib/domain/access/scopes.ts';

interface ScopeChoicesProps {
  draft: TokenDraft;
  error: string | null;
  onChange: (draft: TokenDraft) => void;
}

/** What a token is good for, each with what that means. */
export function ScopeChoices({ draft, error, onChange }: ScopeChoicesProps) {
  const t = useTranslations('apiTokens');
  const errorId = useId();
  return (
    <fieldset
      aria-invalid={error !== null}
      aria-describedby={error === null ? undefined : errorId}
      tabIndex={-1}
      className="rounded-md outline-offset-4"
    >
      <legend className="mb-1 text-13 font-medium text-ink-soft">{t('scopesTitle')}</legend>
      <div className="grid gap-x-6 desk:grid-cols-2">
        {scopes.map((scope) => (
          <Checkbox
            key={scope}
            label={t(`scope.${scope}.label`)}
            detail={t(`scope.${scope}.detail`)}
            isOn={draft.scopes.includes(scope)}
            onChange={(isOn) => onChange(withScope(draft, scope, isOn))}
          />
        ))}
      </div>
      <FieldError id={errorId} error={error} />
    </fieldset>
  );
}
