import './globals.css';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { Providers } from '#components/chrome/Providers.tsx';
import { viewerOf } from '#hooks/viewer.ts';
import { directionOf } from '#lib/i18n/locales.ts';
import { pickMessages, sharedParts } from './_server/browserMessages.ts';
import { pageContext, translator } from './_server/page.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = translator(await pageContext(), 'meta');
  return { title: t('title'), description: t('description'), applicationName: t('name') };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f8f5f0' },
    { media: '(prefers-color-scheme: dark)', color: '#0e1519' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const context = await pageContext();
  const { locale, messages, theme, viewer, timeZone, zoneGuess } = context;
  const skip = translator(context, 'common')('skip');
  return (
    <html
      lang={locale}
      dir={directionOf(locale)}
      data-theme={theme === 'system' ? undefined : theme}
      suppressHydrationWarning
    >
      <body>
        <a
          href="#content"
          className="sr-only z-60 rounded-md bg-raised px-4 py-3 font-strong shadow-3 focus:not-sr-only focus:fixed focus:start-4 focus:top-4"
        >
          {skip}
        </a>
        <Providers
          locale={locale}
          messages={pickMessages(messages, sharedParts)}
          theme={theme}
          viewer={viewer === null ? null : viewerOf(viewer)}
          timeZone={timeZone}
          zoneGuess={zoneGuess}
        >
          {children}
        </Providers>
      </body>
    </html>
  );
}
