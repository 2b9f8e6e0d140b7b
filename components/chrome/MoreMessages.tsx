'use client';

import { type ReactNode, useMemo } from 'react';
import { IntlProvider, useLocale, useMessages } from 'use-intl';
import type { Messages } from '#lib/i18n/messages.ts';

interface MoreMessagesProps {
  messages: Partial<Messages>;
  children: ReactNode;
}

/** Adds words to those that are known already. Language and time zone stay as they are around it. */
export function MoreMessages({ messages, children }: MoreMessagesProps) {
  const known = useMessages();
  const all = useMemo(() => ({ ...known, ...messages }), [known, messages]);
  return (
    <IntlProvider locale={useLocale()} messages={all}>
      {children}
    </IntlProvider>
  );
}
