'use client';

import { AlertDialog as Primitive } from 'radix-ui';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { OwnWords } from '#hooks/errorWords.ts';
import { useBorrowedFocus } from '#hooks/useBorrowedFocus.ts';
import type { RestError } from '#lib/client/rest/RestError.ts';
import { Button } from './Button.tsx';
import { Field } from './Field.tsx';
import { FormProblem } from './FormProblem.tsx';
import { windowClass } from './windowClass.ts';

interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** What will happen, in a sentence or two. */
  detail: ReactNode;
  /** The act itself, such as “Delete the space”. */
  confirmLabel: string;
  cancelLabel?: string;
  tone?: 'away' | 'primary';
  /** Has to be typed out before the act, for what cannot be taken back. */
  nameToType?: string;
  /** More fields of the question. */
  children?: ReactNode;
  isPending?: boolean;
  error?: RestError | null;
  errorWords?: OwnWords;
  /** The caller closes the window when it is done. */
  onConfirm: () => void;
}

/** Asks once before something that cannot be taken back by a press. Escape and the first button leave all as it is. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onOpenChange, title, detail } = props;
  const { takeFocus, returnFocus } = useBorrowedFocus();
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 animate-fade bg-scrim" />
        <Primitive.Content
          onOpenAutoFocus={takeFocus}
          onCloseAutoFocus={returnFocus}
          className={windowClass()}
        >
          <div className="min-h-0 overflow-y-auto p-6">
            <Primitive.Title className="text-22 leading-snug font-title tracking-title text-balance">
              {title}
            </Primitive.Title>
            <Primitive.Description asChild>
              <div className="mt-2 text-14 text-pretty text-ink-soft">{detail}</div>
            </Primitive.Description>
            <Question {...props} />
          </div>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

/** Made anew each time the window opens, so that a typed name is never left over. */
function Question(props: ConfirmDialogProps) {
  const { confirmLabel, cancelLabel, tone = 'away', nameToType, children, isPending = false } = props;
  const t = useTranslations('ui');
  const [typed, setTyped] = useState('');
  const isReady = nameToType === undefined || typed.trim() === nameToType.trim();
  function confirm(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    // A window may stand inside a form of the page in React's tree: that one is not meant.
    event.stopPropagation();
    if (isReady && !isPending) props.onConfirm();
  }
  return (
    <form onSubmit={confirm} className="mt-4 grid gap-4">
      <FormProblem error={props.error ?? null} words={props.errorWords} />
      {children}
      {nameToType !== undefined && (
        <Field
          label={t('typeToConfirm', { name: nameToType })}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Primitive.Cancel asChild>
          <Button>{cancelLabel ?? t('cancel')}</Button>
        </Primitive.Cancel>
        <Button type="submit" tone={tone} disabled={!isReady || isPending} aria-busy={isPending}>
          {confirmLabel}
        </Button>
      </div>
    </form>
  );
}
