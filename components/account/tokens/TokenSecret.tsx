'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { CopyField } from '#components/ui/CopyField.tsx';
import { useFocusAtFirst } from '#hooks/useFocusAtFirst.ts';

interface TokenSecretProps {
  name: string;
  secret: string;
  onDone: () => void;
}

/** The secret of a token that was just made. It takes the focus from the form that is gone. */
export function TokenSecret({ name, secret, onDone }: TokenSecretProps) {
  const t = useTranslations('apiTokens');
  const box = useFocusAtFirst<HTMLDivElement>();
  return (
    <div ref={box} tabIndex={-1} className="grid gap-5 outline-none">
      <CopyField label={t('secret', { name })} value={secret} />
      <Button tone="primary" onClick={onDone}>
        {t('secretDone')}
      </Button>
    </div>
  );
}
