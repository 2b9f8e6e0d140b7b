import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime.js';
import { PathnameContext } from 'next/dist/shared/lib/hooks-client-context.shared-runtime.js';
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { Providers } from '#components/chrome/Providers.tsx';
import type { Viewer } from '#hooks/viewer.ts';
import type { Locale } from '#lib/i18n/locales.ts';
import { messagesOf } from '#lib/i18n/messages.ts';

/** Nothing moves while a page is only written. */
const ignore = () => undefined;

const router = {
  back: ignore,
  forward: ignore,
  refresh: ignore,
  hmrRefresh: ignore,
  push: ignore,
  replace: ignore,
  prefetch: ignore,
  experimental_gesturePush: ignore,
  bfcacheId: '0',
};

interface Visit {
  locale: Locale;
  viewer: Viewer | null;
  pathname?: string;
}

/** What the server sends of a page, as text. */
export function renderPage(
  children: ReactNode,
  { locale, viewer, pathname = '/account/profile' }: Visit,
): string {
  return renderToString(
    <AppRouterContext value={router}>
      <PathnameContext value={pathname}>
        <Providers
          locale={locale}
          messages={messagesOf(locale)}
          theme="system"
          viewer={viewer}
          timeZone="Europe/Berlin"
          zoneGuess="UTC"
        >
          {children}
        </Providers>
      </PathnameContext>
    </AppRouterContext>,
  );
}
