'use client';

import { useTranslations } from 'use-intl';
import { IconButton } from '#components/ui/IconButton.tsx';
import { focusContent } from '#hooks/focusContent.ts';
import { useSpaceName } from '#hooks/live/useSpaceFacts.ts';
import { useVisit } from '#hooks/SpaceContext.ts';
import { useSelected } from '#hooks/useSelected.ts';
import type { NoticeState } from '#lib/client/space/createNoticeBoard.ts';

const welcomeOf = (state: NoticeState) => state.welcome;

/** The space's welcome text, on a first visit and when asked for. Plain text: its line breaks stay. */
export function WelcomeCard() {
  const t = useTranslations('notices');
  const { notices } = useVisit();
  const space = useSpaceName();
  const welcome = useSelected(notices.store, welcomeOf);

  function close(): void {
    notices.dismissWelcome();
    focusContent();
  }

  return (
    <div role="status" className="justify-self-start">
      {welcome !== null && (
        <section
          data-testid="welcome"
          className="pointer-events-auto max-h-[40dvh] w-full animate-rise overflow-y-auto rounded-lg bg-raised ps-4 desk:max-w-90 pe-1.5 pt-1.5 pb-4 shadow-2"
        >
          <header className="flex items-center gap-2">
            <h2 className="min-w-0 flex-1 text-16 leading-snug font-title tracking-title">
              {t('welcomeTitle', { space })}
            </h2>
            <IconButton icon="close" label={t('closeWelcome')} tone="soft" iconSize={18} onClick={close} />
          </header>
          <p dir="auto" className="pe-2.5 text-14 whitespace-pre-line wrap-anywhere text-ink-soft">
            {welcome}
          </p>
        </section>
      )}
    </div>
  );
}
