import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import { locales } from '#lib/i18n/locales.ts';
import { messagesOf } from '#lib/i18n/messages.ts';
import { ApiReference } from './ApiReference.tsx';
import { socketReference } from './model/events.ts';
import { apiReference } from './model/operations.ts';
import { SocketReference } from './SocketReference.tsx';

const origin = 'https://vicinity.example';

function pagesIn(locale: (typeof locales)[number]) {
  const messages = messagesOf(locale);
  const t = createTranslator({ locale, messages, namespace: 'docs' });
  const render = (page: React.ReactNode) =>
    renderToStaticMarkup(
      <IntlProvider locale={locale} messages={messages} timeZone="UTC">
        {page}
      </IntlProvider>,
    );
  return {
    api: render(
      <ApiReference
        t={t}
        origin={origin}
        meanings={messages.refusals}
        statusOf={() => 400}
        refusalsOf={({ refusals }) => refusals}
        budgets={{ reads: 600 }}
      />,
    ),
    sockets: render(<SocketReference t={t} origin={origin} />),
  };
}

const idsOf = (html: string): string[] =>
  [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1] ?? '');

describe.each(locales)('the reference in %s', (locale) => {
  const { api, sockets } = pagesIn(locale);

  it('has every operation and every event exactly once', () => {
    const operations = apiReference().flatMap((group) => group.operations.map(({ id }) => id));
    const events = socketReference().flatMap((group) => group.events.map(({ anchor }) => anchor));
    for (const id of operations)
      expect(
        idsOf(api).filter((found) => found === id),
        id,
      ).toHaveLength(1);
    for (const id of events)
      expect(
        idsOf(sockets).filter((found) => found === id),
        id,
      ).toHaveLength(1);
  });

  it('has no id twice and no link within the page that leads nowhere', () => {
    for (const html of [api, sockets]) {
      const ids = idsOf(html);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
      const targets = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1] ?? '');
      expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
    }
  });

  it('shows no key of the catalogue in place of its words', () => {
    for (const html of [api, sockets]) expect(html).not.toMatch(/>docs\.[a-z]/);
  });
});
