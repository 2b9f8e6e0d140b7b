'use client';

import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Field } from '#components/ui/Field.tsx';
import { FormProblem } from '#components/ui/FormProblem.tsx';
import { Select } from '#components/ui/Select.tsx';
import {
  emptyTokenDraft,
  expiries,
  problemsOfToken,
  requestOfToken,
  type TokenDraft,
  tokenNameLengthMost,
} from '#hooks/account/tokenDraft.ts';
import { noProblems } from '#hooks/forms/fields.ts';
import { focusFirstWrong } from '#hooks/forms/useFieldForm.ts';
import { useProblemWords } from '#hooks/forms/useProblemWords.ts';
import { useAction } from '#hooks/useAction.ts';
import { useApi } from '#hooks/useApi.ts';
import { type ApiTokenView, meRoutes } from '#lib/protocol/rest/me.ts';
import { SmallSubmit } from '../SmallSubmit.tsx';
import { ScopeChoices } from './ScopeChoices.tsx';

/** What a token is for, what it may do and for how long. */
export function NewTokenForm({ onMade }: { onMade: (token: ApiTokenView, secret: string) => void }) {
  const t = useTranslations('apiTokens');
  const problemWords = useProblemWords();
  const api = useApi();
  const element = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(emptyTokenDraft);
  const [problems, setProblems] = useState(noProblems<'name' | 'scopes'>());
  const making = useAction(async () => {
    const { reply } = await api.call(meRoutes.createToken, { body: requestOfToken(draft) });
    onMade(reply.token, reply.secret);
  });
  const set = (change: Partial<TokenDraft>) => setDraft((before) => ({ ...before, ...change }));
  useEffect(() => {
    if (Object.keys(problems).length > 0) focusFirstWrong(element.current);
  }, [problems]);

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const found = problemsOfToken(draft);
    setProblems(found);
    if (Object.keys(found).length === 0) void making.run();
  }

  return (
    <form ref={element} onSubmit={submit} method="post" noValidate className="grid gap-5">
      <FormProblem error={making.error} />
      <Field
        label={t('name')}
        name="name"
        autoComplete="off"
        maxLength={tokenNameLengthMost}
        hint={t('nameHint')}
        value={draft.name}
        error={problemWords(problems.name)}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <ScopeChoices draft={draft} error={problemWords(problems.scopes)} onChange={setDraft} />
      <Select
        label={t('expiry')}
        icon="clock"
        value={draft.expiry}
        options={expiries.map((expiry) => ({ value: expiry, label: t(`expiry${expiry}`) }))}
        onChange={(value) => set({ expiry: expiries.find((expiry) => expiry === value) ?? draft.expiry })}
      />
      <SmallSubmit isPending={making.isPending} pending={t('pending')}>
        {t('submit')}
      </SmallSubmit>
    </form>
  );
}
