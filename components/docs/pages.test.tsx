import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import { locales } from '#lib/i18n/locales.ts';
import { messagesOf } from '#lib/i18n/messages.ts';
import { ApiPart } from './ApiPart.tsx';
import { ApiReference } from './ApiReference.tsx';
import { apiDocsPath, apiPartPath } from './addresses.ts';
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
        budgets={{ reads: 600 }}
      />,
    ),
    parts: apiReference().map(({ tag }) => ({
      path: apiPartPath(tag),
      html: render(<ApiPart t={t} tag={tag} refusalsOf={({ refusals }) => refusals} />),
    })),
    sockets: render(<SocketReference t={t} origin={origin} />),
  };
}

const idsOf = (html: string): string[] =>
  [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1] ?? '');

describe.each(locales)('the reference in %s', (locale) => {
  const { api, parts, sockets } = pagesIn(locale);
  const pages = [{ path: apiDocsPath, html: api }, ...parts, { path: '/docs/sockets', html: sockets }];

  it('has every operation and every event exactly once', () => {
    const operations = apiReference().flatMap((group) => group.operations.map(({ id }) => id));
    const events = socketReference().flatMap((group) => group.events.map(({ anchor }) => anchor));
    const whole = parts.flatMap(({ html }) => idsOf(html));
    for (const id of operations) {
      const times = [idsOf(api), whole].map((ids) => ids.filter((found) => found === id).length);
      expect(times, id).toEqual([1, 1]);
    }
    for (const id of events)
      expect(
        idsOf(sockets).filter((found) => found === id),
        id,
      ).toHaveLength(1);
  });

  it('has no id twice and no link to a heading that leads nowhere', () => {
    const idsByPath = new Map(pages.map(({ path, html }) => [path, idsOf(html)]));
    for (const { path, html } of pages) {
      const ids = idsOf(html);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
      const targets = [...html.matchAll(/href="([^"#]*)#([^"]+)"/g)];
      expect(targets.length).toBeGreaterThan(0);
      const lost = targets.filter(([, page, id = '']) => !idsByPath.get(page || path)?.includes(id));
      expect(lost.map(([link]) => link)).toEqual([]);
    }
  });

  it('shows no key of the catalogue in place of its words', () => {
    for (const { html } of pages) expect(html).not.toMatch(/>docs\.[a-z]/);
  });
});
