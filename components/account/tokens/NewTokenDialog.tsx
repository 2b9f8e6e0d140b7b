'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '#components/ui/Dialog.tsx';
import type { ApiTokenView } from '#lib/protocol/rest/me.ts';
import { NewTokenForm } from './NewTokenForm.tsx';
import { TokenSecret } from './TokenSecret.tsx';

interface NewTokenDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onCreated: (token: ApiTokenView) => void;
}

interface Made {
  readonly token: ApiTokenView;
  readonly secret: string;
}

/** Makes a token in two steps: what it is good for, then its secret, shown this once. */
export function NewTokenDialog({ open, onOpenChange, onCreated }: NewTokenDialogProps) {
  const t = useTranslations('apiTokens');
  const [made, setMade] = useState<Made | null>(null);

  function change(next: boolean): void {
    // The secret is gone from the page as soon as its window is.
    setMade(null);
    onOpenChange(next);
  }

  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={made === null ? t('createTitle') : t('secretTitle')}
      lead={made === null ? t('createLead') : t('secretLead')}
      className={made === null ? 'desk:w-[min(640px,calc(100vw-48px))]!' : undefined}
    >
      {made === null ? (
        <NewTokenForm
          onMade={(token, secret) => {
            setMade({ token, secret });
            onCreated(token);
          }}
        />
      ) : (
        <TokenSecret name={made.token.name} secret={made.secret} onDone={() => change(false)} />
      )}
    </Dialog>
  );
}
