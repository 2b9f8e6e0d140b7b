'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type Toast, type Toasts, toastLifeMs } from '#hooks/toasts.ts';
import { useSelected } from '#hooks/useSelected.ts';
import { Avatar } from './Avatar.tsx';
import { Button } from './Button.tsx';
import { cx } from './cx.ts';
import { IconButton } from './IconButton.tsx';

const all = (toasts: readonly Toast[]) => toasts;

/** Where short news appears. Read out politely; it stays while the pointer or the focus is on it. */
export function ToastRegion({ toasts, className }: { toasts: Toasts; className?: string }) {
  return (
    <div role="status" aria-live="polite" className={cx('grid justify-items-end gap-2', className)}>
      <ToastList toasts={toasts} />
    </div>
  );
}

/** The news alone, for a region that is on the page already. */
export function ToastList({ toasts }: { toasts: Toasts }) {
  const shown = useSelected(toasts.store, all);
  return shown.map((toast) => (
    <ToastItem key={toast.key} toast={toast} onDismiss={() => toasts.dismiss(toast.key)} />
  ));
}

function ToastItem({ toast, onDismiss }: { toast: Toast; onDismiss: () => void }) {
  const t = useTranslations('common');
  const [isHeld, setHeld] = useState(false);
  useLifetime(toast, isHeld, onDismiss);
  const { action } = toast;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps the news from going away while somebody reads it
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex max-w-full animate-rise items-center gap-3 rounded-md bg-raised py-1.5 ps-3.5 pe-1.5 shadow-3"
    >
      {toast.cast !== undefined && <Avatar cast={toast.cast} size={32} />}
      <div className="min-w-0 flex-1 py-1">
        <b className={cx('block text-14 leading-snug', toast.tone === 'bad' && 'text-bad-text')}>
          {toast.title}
        </b>
        {toast.detail !== undefined && <p className="text-12 leading-snug text-ink-soft">{toast.detail}</p>}
      </div>
      {action && (
        <Button
          size="small"
          onClick={() => {
            action.run();
            onDismiss();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon="close" label={t('dismiss')} tone="soft" iconSize={18} onClick={onDismiss} />
    </div>
  );
}

function useLifetime(toast: Toast, isHeld: boolean, onEnd: () => void): void {
  const lifeMs = toast.action === undefined ? toastLifeMs.plain : toastLifeMs.withAction;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a toast of the same key that says something new lives anew
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(onEnd, lifeMs);
    return () => clearTimeout(timer);
  }, [isHeld, lifeMs, toast]);
}
