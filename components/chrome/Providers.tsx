'use client';

import { Direction } from 'radix-ui';
import type { ReactNode } from 'react';
import { IntlProvider } from 'use-intl';
import type { Theme } from '#hooks/theme.ts';
import { ThemeContext } from '#hooks/useTheme.ts';
import { ViewerContext } from '#hooks/useViewer.ts';
import { useZone } from '#hooks/useZone.ts';
import type { Viewer } from '#hooks/viewer.ts';
import { directionOf, type Locale } from '#lib/i18n/locales.ts';
import type { Messages } from '#lib/i18n/messages.ts';
import { AppToasts } from './AppToasts.tsx';

interface ProvidersProps {
  locale: Locale;
  messages: Partial<Messages>;
  theme: Theme;
  viewer: Viewer | null;
  /** The profile's time zone; null: the browser's, which the server takes to be `zoneGuess`. */
  timeZone: string | null;
  zoneGuess: string;
  children: ReactNode;
}

/** What every client component may count on: texts, times, writing direction, colours, who looks, and short news. */
export function Providers(props: ProvidersProps) {
  const { locale, messages, theme, viewer, timeZone, zoneGuess, children } = props;
  return (
    <IntlProvider locale={locale} messages={messages} timeZone={useZone(timeZone, zoneGuess)}>
      <Direction.Provider dir={directionOf(locale)}>
        <ThemeContext value={theme}>
          <ViewerContext value={viewer}>
            <AppToasts>{children}</AppToasts>
          </ViewerContext>
        </ThemeContext>
      </Direction.Provider>
    </IntlProvider>
  );
}
