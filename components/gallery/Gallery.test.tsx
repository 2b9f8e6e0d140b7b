import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { describe, expect, it } from 'vitest';
import { createToasts } from '#hooks/toasts.ts';
import { ToastsContext } from '#hooks/useToasts.ts';
import { locales } from '#lib/i18n/locales.ts';
import { messagesOf } from '#lib/i18n/messages.ts';
import { Gallery } from './Gallery.tsx';
import { GalleryFrame } from './GalleryFrame.tsx';
import { families, foundations } from './sections.ts';

const render = (locale: (typeof locales)[number], page: ReactNode) =>
  renderToStaticMarkup(
    <IntlProvider locale={locale} messages={messagesOf(locale)}>
      <ToastsContext value={createToasts()}>
        <GalleryFrame locale={locale}>{page}</GalleryFrame>
      </ToastsContext>
    </IntlProvider>,
  );

describe.each(locales)('the gallery in %s', (locale) => {
  const html = render(locale, <Gallery />);
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1] ?? '');

  it('has every section of the contents, in their order', () => {
    const sections = [...html.matchAll(/<section id="([^"]+)"/g)].map((match) => match[1]);
    expect(sections).toEqual([...foundations, ...families]);
  });

  it('has no id twice, and every description and label that is named is there', () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const named = [...html.matchAll(/(?:aria-labelledby|aria-describedby|for)="([^"]+)"/g)];
    const wanted = named.flatMap((match) => (match[1] ?? '').split(' '));
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('shows no key of the catalogue in place of its words', () => {
    expect(html).not.toMatch(/>(?:gallery|ui|refusals)\.[a-z]/);
  });
});

/** Parts of other components, and those that only a page with a camera can show. */
const notShown: ReadonlySet<string> = new Set([
  'FieldError',
  'FieldFrame',
  'StrengthMeter',
  'ToastRegion',
  'TrackVideo',
  'Logo',
  'Mark',
]);

it('every component of the design system is in the gallery', () => {
  const sources = readdirSync(join(import.meta.dirname, '../ui')).filter((name) =>
    /^[A-Z].*\.tsx$/.test(name),
  );
  const components = sources.map((name) => name.replace('.tsx', ''));
  const html = render('en', <Gallery />);
  const shown = [...html.matchAll(/<p class="mb-4 font-mono[^>]*>([^<]+)</g)].map((match) => match[1] ?? '');
  shown.push('Icon');
  const missing = components.filter(
    (name) => !notShown.has(name) && !shown.some((words) => words.split(/\W+/).includes(name)),
  );
  expect(missing).toEqual([]);
});
