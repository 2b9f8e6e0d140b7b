'use client';

import { Direction } from 'radix-ui';
import type { ReactNode } from 'react';
import { IntlProvider } from 'use-intl';
import type { Theme } from '#hooks/theme.ts';
import { ThemeContext } from '#hooks/useTheme.ts';
import { directionOf, type Locale } from '#lib/i18n/locales.ts';
import type { Messages } from '#lib/i18n/messages.ts';

interface ProvidersProps {
  locale: Locale;
  messages: Messages;
  theme: Theme;
  children: ReactNode;
}

/** What every client component may count on: texts, writing direction, colours. */
export function Providers({ locale, messages, theme, children }: ProvidersProps) {
  return (
    <IntlProvider locale={locale} messages={messages} timeZone={browserTimeZone()}>
      <Direction.Provider dir={directionOf(locale)}>
        <ThemeContext value={theme}>{children}</ThemeContext>
      </Direction.Provider>
    </IntlProvider>
  );
}

function browserTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
