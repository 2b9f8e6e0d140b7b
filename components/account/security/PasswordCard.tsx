'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Card } from '#components/ui/Card.tsx';
import { useToasts } from '#hooks/useToasts.ts';
import { PasswordForm } from './PasswordForm.tsx';

interface PasswordCardProps {
  hasPassword: boolean;
  name: string;
  email: string;
}

/** Changes the password, or sets the first one of somebody who came by another service. */
export function PasswordCard({ hasPassword, name, email }: PasswordCardProps) {
  const t = useTranslations('security');
  const toasts = useToasts();
  const router = useRouter();
  // The number names the form: a new one has empty fields.
  const [round, setRound] = useState(0);

  function finish(): void {
    toasts.show({ key: 'password', title: t('passwordDone'), detail: t('passwordDoneDetail') });
    setRound(round + 1);
    // The list of logins below is shorter now.
    router.refresh();
  }

  return (
    <Card
      title={hasPassword ? t('passwordTitle') : t('passwordSetTitle')}
      lead={hasPassword ? t('passwordLead') : t('passwordSetLead')}
    >
      <PasswordForm key={round} hasPassword={hasPassword} name={name} email={email} onDone={finish} />
    </Card>
  );
}
