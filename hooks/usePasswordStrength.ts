'use client';

import { useDeferredValue, useEffect, useState } from 'react';
import type { Strength } from './passwordJudge.ts';
import { knownWords } from './passwordWords.ts';

type Judge = (password: string, known: readonly string[]) => Strength;

const loadJudge = async (): Promise<Judge> => (await import('./passwordJudge.ts')).judgePassword;

/**
 * How hard the password is to guess, or null while nothing can be said. The judge is a dictionary of some hundred
 * kilobytes: it comes when somebody begins to write a password, and without it the server still judges.
 */
export function usePasswordStrength(password: string, texts: readonly string[]): Strength | null {
  const [judge, setJudge] = useState<Judge | null>(null);
  const isWanted = password !== '';
  useEffect(() => {
    if (!isWanted || judge !== null) return undefined;
    let isGone = false;
    loadJudge()
      .then((loaded) => {
        if (!isGone) setJudge(() => loaded);
      })
      .catch((error: unknown) => console.warn('passwords are judged by the server only', error));
    return () => {
      isGone = true;
    };
  }, [isWanted, judge]);
  const calm = useDeferredValue(password);
  return judge === null || calm === '' ? null : judge(calm, knownWords(...texts));
}
