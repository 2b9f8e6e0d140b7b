'use client';

import './globals.css';
import { useEffect } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { lastResortWords } from '#lib/i18n/lastResort.ts';
import { pickLocale } from '#lib/i18n/locales.ts';

/** Last resort, when even the layout threw: it stands without providers, so it carries its own few words. */
export default function GlobalErrorPage({ error, reset }: { error: Error; reset: () => void }) {
  useEffect(() => {
    console.error(error);
  }, [error]);
  const locale = pickLocale(
    undefined,
    typeof navigator === 'undefined' ? null : navigator.languages.join(','),
  );
  const words = lastResortWords[locale];
  return (
    <html lang={locale}>
      <body className="grid min-h-dvh place-items-center px-5">
        <main className="max-w-[32em] text-center">
          <h1 className="text-32 leading-tight font-title tracking-display">{words.title}</h1>
          <p className="mt-3 mb-7 text-16 text-ink-soft">{words.text}</p>
          <Button tone="primary" onClick={reset}>
            {words.retry}
          </Button>
        </main>
      </body>
    </html>
  );
}
