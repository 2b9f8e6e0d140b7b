'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { Button, buttonClass } from '#components/ui/Button.tsx';
import { useSpaceName } from '#hooks/live/useSpaceFacts.ts';
import { useVisit } from '#hooks/SpaceContext.ts';
import { BanParticulars } from './BanParticulars.tsx';
import { CoverScreen } from './CoverScreen.tsx';
import { type EndedState, endingOf } from './endings.ts';

interface EndedScreenProps {
  state: EndedState;
  /** Back to the door, to enter anew. */
  onBackToDoor: () => void;
}

/** Instead of the map, once the visit is over: why, and the way back. */
export function EndedScreen({ state, onBackToDoor }: EndedScreenProps) {
  const t = useTranslations();
  const { session } = useVisit();
  const space = { space: useSpaceName() };
  const { words, wayBack } = endingOf(state);
  return (
    <CoverScreen
      title={t(`${words}Title`, space)}
      actions={
        <>
          {primaryWay()}
          <Link href="/" className={buttonClass('line')}>
            {t('connection.home')}
          </Link>
        </>
      }
    >
      <p>{t(words, space)}</p>
      {state.ban && <BanParticulars ban={state.ban} />}
    </CoverScreen>
  );

  function primaryWay() {
    switch (wayBack) {
      case 'none':
        return null;
      case 'sign_in':
        return (
          <Link href={signInHref()} className={buttonClass('primary')}>
            {t('ended.signIn')}
          </Link>
        );
      case 'take_back':
        return way(t('connection.takenOverUse'), () => session.takeBack());
      case 'enter_again':
        return way(t('connection.reenter'), () => session.takeBack());
      case 'door':
        return way(t('connection.reenter'), onBackToDoor);
      case 'reload':
        return way(t('connection.reload'), () => window.location.reload());
    }
  }

  function way(label: string, run: () => void) {
    return (
      <Button tone="primary" onClick={run}>
        {label}
      </Button>
    );
  }
}

function signInHref(): string {
  return `/sign-in?returnTo=${encodeURIComponent(window.location.pathname)}`;
}
