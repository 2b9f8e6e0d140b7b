'use client';

import { useState } from 'react';
import type { RestError } from '#lib/client/rest/RestError.ts';
import { type ActionState, createActionRunner } from './actionRunner.ts';
import { useSelected } from './useSelected.ts';

export interface Action<Args extends readonly unknown[], Result> {
  /**
   * Carries the action out, unless it is under way already. Resolves with its result, or with undefined when it was
   * refused (`error` says why) or ignored. What is no `RestError` is a bug and rejects.
   */
  run(...args: Args): Promise<Result | undefined>;
  readonly isPending: boolean;
  /** Why the last run was refused; null while one is under way and after a success. */
  readonly error: RestError | null;
  /** Forgets the error. */
  reset(): void;
}

const whole = (state: ActionState) => state;

/**
 * Runs something that asks the server, with what a form needs to show meanwhile. A second press while the first is under
 * way does nothing. What follows a success belongs at the end of `perform`.
 */
export function useAction<Args extends readonly unknown[], Result>(
  perform: (...args: Args) => Promise<Result>,
): Action<Args, Result> {
  const [runner] = useState(createActionRunner);
  const { isPending, error } = useSelected(runner.store, whole);
  return {
    run: (...args) => runner.run(() => perform(...args)),
    isPending,
    error,
    reset: runner.reset,
  };
}
