'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { PageMessage } from '#components/chrome/PageMessage.tsx';
import { Logo } from '#components/ui/Logo.tsx';
import { useFocusAtFirst } from '#hooks/useFocusAtFirst.ts';

interface CoverScreenProps {
  title: string;
  actions: ReactNode;
  children: ReactNode;
}

/** A calm page that lies over the map: it takes the focus, so that its words are read out. */
export function CoverScreen({ title, actions, children }: CoverScreenProps) {
  const t = useTranslations();
  const screen = useFocusAtFirst<HTMLDivElement>();
  return (
    <div
      ref={screen}
      tabIndex={-1}
      className="fixed inset-0 z-30 flex animate-fade flex-col overflow-y-auto bg-paper outline-none"
    >
      <div className="wrap flex h-16 flex-none items-center desk:h-20">
        <Logo name={t('meta.name')} label={t('common.home')} />
      </div>
      <PageMessage title={title} actions={actions}>
        {children}
      </PageMessage>
    </div>
  );
}
