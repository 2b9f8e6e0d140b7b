'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Card } from '#components/ui/Card.tsx';
import { useBrowserWords } from '#hooks/account/useBrowserWords.ts';
import { useApi } from '#hooks/useApi.ts';
import { useToasts } from '#hooks/useToasts.ts';
import { type LoginView, meRoutes } from '#lib/protocol/rest/me.ts';
import { LoginRow } from './LoginRow.tsx';
import { SignOutEverywhere } from './SignOutEverywhere.tsx';

/** The browsers in which I am signed in, this one first, and the way out of each. */
export function LoginsCard({ logins }: { logins: readonly LoginView[] }) {
  const t = useTranslations('security');
  const api = useApi();
  const toasts = useToasts();
  const browserWords = useBrowserWords();
  const [items, setItems] = useState(logins);
  useEffect(() => setItems(logins), [logins]);
  const sorted = items.toSorted((a, b) => Number(b.isCurrent) - Number(a.isCurrent));

  async function end(login: LoginView): Promise<void> {
    await api.call(meRoutes.endLogin, { params: { login: login.id } });
    setItems((before) => before.filter(({ id }) => id !== login.id));
    toasts.show({
      key: `login-${login.id}`,
      title: t('loginsEnded', { browser: browserWords(login.userAgent) }),
    });
  }

  return (
    <Card title={t('loginsTitle')} footer={<SignOutEverywhere />}>
      <ul className="-my-3">
        {sorted.map((login) => (
          <LoginRow key={login.id} login={login} onEnd={() => end(login)} />
        ))}
      </ul>
      {items.length < 2 && <p className="mt-5 text-13 text-ink-soft">{t('loginsOnly')}</p>}
    </Card>
  );
}
