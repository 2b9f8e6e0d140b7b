import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { testSpace } from '#hooks/places/testing/testSpace.ts';
import { type Locale, locales } from '#lib/i18n/locales.ts';
import { messagesOf } from '#lib/i18n/messages.ts';
import type { Figures, ReportView } from '#lib/protocol/chat/views.ts';
import { renderPage } from '../../testing/renderPage.tsx';
import { ActivitySettings } from '../figures/ActivitySettings.tsx';
import { FilterSettings } from './FilterSettings.tsx';
import { MutesSettings } from './MutesSettings.tsx';
import { ReportsSettings } from './ReportsSettings.tsx';

const at = '2026-03-01T09:00:00.000Z';
const mira = { id: '01900000-0000-7000-8000-00000000000a', name: 'Mira', cast: 'mira' };
const hugo = { id: '01900000-0000-7000-8000-00000000000b', name: '<b>Hugo</b>', cast: 'hugo' };
const viewer = { ...mira, isGuest: false, isOperator: false };
/** What a message that is missing or lacks an argument leaves on the page: its own key. */
const bareKey = /\b(?:space[A-Z]\w+|chat[A-Z]\w+|moments)\.[a-z]\w+/;
const owned = testSpace({ role: 'owner' });
const page = <Item,>(...items: Item[]) => ({ items, nextCursor: null });

function render(children: ReactNode, locale: Locale): string {
  const html = renderPage(children, { locale, viewer, pathname: '/space/harbour-studio/settings' });
  expect(html).not.toMatch(bareKey);
  expect(html).not.toContain('<b>Hugo');
  return html;
}

const report: ReportView = {
  id: '01900000-0000-7000-8000-0000000000f1',
  at,
  by: mira,
  reason: '<script>',
  term: null,
  status: 'open',
  resolvedBy: null,
  resolvedAt: null,
  room: { id: '01900000-0000-7000-8000-0000000000c1', name: 'General', isPrivate: false },
  author: hugo,
  messageId: '01900000-0000-7000-8000-0000000000d1',
  content: '<img src=x>',
  isDeleted: false,
};

const figures: Figures = {
  from: '2026-02-23T00:00:00.000Z',
  to: '2026-03-01T22:00:00.000Z',
  messages: 1_234,
  activePeople: 3,
  perDay: [{ day: '2026-03-01', messages: 1_234, people: 3 }],
  perHour: Array.from({ length: 24 }, (_, hour) => (hour === 15 ? 1_234 : 0)),
  rooms: [{ id: 'general', name: '<b>Hugo</b>', messages: 1_234, people: 3 }],
  people: [{ person: hugo, messages: 1_000 }],
};

describe.each(locales)('what moderators see of the chat in %s', (locale) => {
  const words = messagesOf(locale);

  it('shows the queue with what can be done, and words as plain text', () => {
    const html = render(<ReportsSettings space={owned} first={page(report)} />, locale);
    expect(html).toContain('&lt;img src=x');
    expect(html).toContain('&lt;script&gt;');
    expect(html).toContain(words.spaceReports.dismiss);
    expect(html).toContain(words.spaceReports.delete);
    expect(html).toContain(
      `/space/harbour-studio/chat?room=${report.room.id}&amp;message=${report.messageId}`,
    );
  });

  it('leads into no private room, and offers nothing for what is settled', () => {
    const settled = { status: 'deleted', resolvedBy: mira, resolvedAt: at, isDeleted: true } as const;
    const hidden = { ...report, room: { ...report.room, isPrivate: true } };
    expect(render(<ReportsSettings space={owned} first={page(hidden)} />, locale)).not.toContain('/chat?');
    const html = render(<ReportsSettings space={owned} first={page({ ...report, ...settled })} />, locale);
    expect(html).toContain(words.spaceReports.deleted);
    expect(html).not.toContain(words.spaceReports.dismiss);
  });

  it('says what the filter met, and that an empty queue is empty', () => {
    const byFilter = { ...report, by: null, reason: '', term: 'spam' };
    expect(render(<ReportsSettings space={owned} first={page(byFilter)} />, locale)).toContain('spam');
    expect(render(<ReportsSettings space={owned} first={page()} />, locale)).toContain(
      words.spaceReports.none,
    );
  });

  it('lets admins edit the filter and moderators read it', () => {
    const terms = [{ term: 'spam', action: 'refuse' }] as const;
    const edited = render(<FilterSettings space={owned} first={terms} />, locale);
    expect(edited).toContain('type="submit"');
    const moderated = testSpace({ role: 'moderator' });
    const read = render(<FilterSettings space={moderated} first={terms} />, locale);
    expect(read).toContain('spam');
    expect(read).not.toContain('type="submit"');
    expect(render(<FilterSettings space={owned} first={[]} />, locale)).toContain(words.spaceFilters.none);
  });

  it('shows who is muted, and that nobody is', () => {
    const mute = { person: hugo, reason: '', by: mira, at, until: null };
    const html = render(<MutesSettings space={owned} first={[mute]} />, locale);
    expect(html).toContain(words.spaceMutes.noEnd);
    expect(render(<MutesSettings space={owned} first={[]} />, locale)).toContain(words.spaceMutes.none);
  });

  it('shows figures as pictures and as tables, in the numbers of the language', () => {
    const html = render(<ActivitySettings space={owned} first={figures} firstRange={7} />, locale);
    expect(html).toContain(locale === 'de' ? '1.234' : '1,234');
    expect(html.match(/<table/g)).toHaveLength(2);
    expect(html.match(/<svg[^>]*preserveAspectRatio/g)).toHaveLength(2);
    expect(html).toContain(locale === 'de' ? '1.234 Nachrichten · 3 Leute' : '1,234 messages · 3 people');
    const one = { ...figures, rooms: [{ id: 'general', name: '', messages: 1, people: 1 }] };
    expect(render(<ActivitySettings space={owned} first={one} firstRange={7} />, locale)).toContain(
      locale === 'de' ? '1 Nachricht · 1 Person' : '1 message · 1 person',
    );
    const quiet = { ...figures, messages: 0, perDay: [], rooms: [], people: [] };
    const empty = render(<ActivitySettings space={owned} first={quiet} firstRange={30} />, locale);
    expect(empty).toContain(words.chatFigures.empty);
  });
});
