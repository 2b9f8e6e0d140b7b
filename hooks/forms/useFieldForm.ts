'use client';

import { type RefObject, type SubmitEvent, useEffect, useRef, useState } from 'react';
import type { RestError } from '#lib/client/rest/RestError.ts';
import { useAction } from '../useAction.ts';
import { type FieldKinds, noProblems, type Problems, readFields } from './fields.ts';
import { problemsOfRefusal } from './refusals.ts';

export interface FieldForm<Name extends string> {
  readonly ref: RefObject<HTMLFormElement | null>;
  readonly problems: Problems<Name>;
  /** A refusal that belongs to no field. */
  readonly error: RestError | null;
  readonly isPending: boolean;
  submit(event: SubmitEvent<HTMLFormElement>): void;
}

/**
 * A form of a few text fields: reads them, says what is wrong with which, sends them, and says what the server thinks.
 * The fields keep what was written through all of it, and the first wrong one gets the keyboard. `kinds` must be the same
 * object each time.
 */
export function useFieldForm<Name extends string>(
  kinds: FieldKinds<Name>,
  send: (values: Readonly<Record<Name, string>>) => Promise<void>,
): FieldForm<Name> {
  const ref = useRef<HTMLFormElement>(null);
  const [problems, setProblems] = useState(noProblems<Name>());
  const action = useAction(send);
  const { error } = action;
  const refused = error === null ? noProblems<Name>() : problemsOfRefusal(error, kinds);
  const isOfField = Object.keys(refused).length > 0;
  const shown: Problems<Name> = isOfField ? refused : problems;
  useEffect(() => {
    if (isOfField || Object.keys(problems).length > 0) focusFirstWrong(ref.current);
  }, [isOfField, problems]);

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const { values, problems: found } = readFields(new FormData(event.currentTarget), kinds);
    setProblems(found ?? noProblems<Name>());
    if (values === null) action.reset();
    else void action.run(values);
  }

  return { ref, problems: shown, error: isOfField ? null : error, isPending: action.isPending, submit };
}

/** Gives the keyboard to the first field of a form that is marked as wrong. */
export function focusFirstWrong(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
