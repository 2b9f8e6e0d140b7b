'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { PageHeader } from '#components/chrome/PageHeader.tsx';
import { PageMessage } from '#components/chrome/PageMessage.tsx';
import { EmptyRoom } from '#components/places/EmptyRoom.tsx';
import { Button, buttonClass } from '#components/ui/Button.tsx';
import { useFocusAtFirst } from '#hooks/useFocusAtFirst.ts';

interface LeftScreenProps {
  spaceName: string;
  onReturn: () => void;
}

/** After leaving by choice. Camera and microphone are closed by now. */
export function LeftScreen({ spaceName, onReturn }: LeftScreenProps) {
  const t = useTranslations('connection');
  const screen = useFocusAtFirst<HTMLDivElement>();
  return (
    <div ref={screen} tabIndex={-1} className="wrap flex min-h-dvh animate-fade flex-col outline-none">
      <PageHeader />
      <PageMessage
        title={t('leftTitle', { space: spaceName })}
        picture={<EmptyRoom className="mb-8 h-auto w-full max-w-96 rounded-lg low:hidden" />}
        actions={
          <>
            <Button tone="primary" onClick={onReturn}>
              {t('reenter')}
            </Button>
            <Link href="/" className={buttonClass('line')}>
              {t('home')}
            </Link>
          </>
        }
      >
        <p>{t('left')}</p>
      </PageMessage>
    </div>
  );
}
