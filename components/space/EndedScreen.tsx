'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { PageMessage } from '#components/chrome/PageMessage.tsx';
import { Button, buttonClass } from '#components/ui/Button.tsx';
import { Logo } from '#components/ui/Logo.tsx';
import { useVisit } from '#hooks/SpaceContext.ts';
import { useFocusAtFirst } from '#hooks/useFocusAtFirst.ts';
import type { SessionEnding } from '#lib/client/session/SessionState.ts';
import { endingOf } from './endings.ts';

interface EndedScreenProps {
  reason: SessionEnding;
  /** Back to the door, to enter anew. */
  onBackToDoor: () => void;
}

/** Instead of the map, once the visit is over: why, and the way back. */
export function EndedScreen({ reason, onBackToDoor }: EndedScreenProps) {
  const t = useTranslations();
  const { spaceName, session } = useVisit();
  const screen = useFocusAtFirst<HTMLDivElement>();
  const ending = endingOf[reason];
  const space = { space: spaceName };
  return (
    <div
      ref={screen}
      tabIndex={-1}
      className="fixed inset-0 z-30 flex animate-fade flex-col overflow-y-auto bg-paper outline-none"
    >
      <div className="wrap flex h-16 flex-none items-center desk:h-20">
        <Logo name={t('meta.name')} label={t('common.home')} />
      </div>
      <PageMessage title={t(`connection.${ending.words}Title`, space)} actions={actions()}>
        <p>{t(`connection.${ending.words}`, space)}</p>
      </PageMessage>
    </div>
  );

  function actions() {
    const home = (
      <Link href="/" className={buttonClass('line')}>
        {t('connection.home')}
      </Link>
    );
    return (
      <>
        {wayBack()}
        {home}
      </>
    );
  }

  function wayBack() {
    if (ending.wayBack === 'none') return null;
    const ways = {
      take_back: { words: t('connection.takenOverUse'), run: () => session.takeBack() },
      door: { words: t('connection.reenter'), run: onBackToDoor },
      reload: { words: t('connection.reload'), run: () => window.location.reload() },
    };
    const way = ways[ending.wayBack];
    return (
      <Button tone="primary" onClick={way.run}>
        {way.words}
      </Button>
    );
  }
}
