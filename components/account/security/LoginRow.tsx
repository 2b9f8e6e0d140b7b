'use client';

import { useTranslations } from 'use-intl';
import { Badge } from '#components/ui/Badge.tsx';
import { Button } from '#components/ui/Button.tsx';
import { useBrowserWords } from '#hooks/account/useBrowserWords.ts';
import { useMoment } from '#hooks/account/useMoment.ts';
import { useToldAction } from '#hooks/useToldAction.ts';
import type { LoginView } from '#lib/protocol/rest/me.ts';

interface LoginRowProps {
  login: LoginView;
  onEnd: () => Promise<void>;
}

/** One browser in which I am signed in. */
export function LoginRow({ login, onEnd }: LoginRowProps) {
  const t = useTranslations('security');
  const moment = useMoment();
  const browser = useBrowserWords()(login.userAgent);
  const ending = useToldAction(`end-${login.id}`, onEnd);
  const seen = moment.minute(login.lastSeenAt);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line py-3 first:border-0">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-name">
          {browser}
          {login.isCurrent && <Badge tone="good">{t('loginsHere')}</Badge>}
        </p>
        <p className="text-13 text-ink-soft">
          {login.isCurrent
            ? t('loginsSince', { date: moment.minute(login.createdAt) })
            : t('loginsSeen', { date: seen })}
        </p>
      </div>
      {!login.isCurrent && (
        <Button
          size="small"
          aria-label={t('loginsEndLabel', { browser, date: seen })}
          aria-disabled={ending.isPending}
          onClick={() => void ending.run()}
        >
          {t('loginsEnd')}
        </Button>
      )}
    </li>
  );
}
