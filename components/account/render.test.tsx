import { describe, expect, it } from 'vitest';
import { scopes } from '#lib/domain/access/scopes.ts';
import { locales } from '#lib/i18n/locales.ts';
import type { ApiTokenView, LoginView, Profile } from '#lib/protocol/rest/me.ts';
import { testProfile } from '#lib/protocol/rest/testing/testProfile.ts';
import { renderPage } from '../testing/renderPage.tsx';
import { AccountTabs } from './AccountTabs.tsx';
import { BlockedList } from './BlockedList.tsx';
import { DeleteCard } from './data/DeleteCard.tsx';
import { ExportCard } from './data/ExportCard.tsx';
import { LastOwnerNotice } from './data/LastOwnerNotice.tsx';
import { GuestBanner } from './GuestBanner.tsx';
import { NeedsAccount } from './NeedsAccount.tsx';
import { PreferencesCards } from './preferences/PreferencesCards.tsx';
import { ProfileForm } from './profile/ProfileForm.tsx';
import { ZoneSearch } from './profile/ZoneSearch.tsx';
import { EmailCard } from './security/EmailCard.tsx';
import { IdentitiesCard } from './security/IdentitiesCard.tsx';
import { LoginsCard } from './security/LoginsCard.tsx';
import { PasswordCard } from './security/PasswordCard.tsx';
import { NewTokenForm } from './tokens/NewTokenForm.tsx';
import { TokenSecret } from './tokens/TokenSecret.tsx';
import { TokensPanel } from './tokens/TokensPanel.tsx';

const at = '2026-03-01T09:00:00.000Z';

const mira = testProfile({
  id: '01900000-0000-7000-8000-00000000000a',
  name: '<b>Mira</b>',
  status: 'Reading',
  createdAt: at,
});
const guest: Profile = { ...mira, isGuest: true, email: null, hasPassword: false };
const own = { user: mira, etag: '"1"' };

const here: LoginView = { id: 'a', userAgent: 'curl/8', createdAt: at, lastSeenAt: at, isCurrent: true };
const elsewhere: LoginView = { ...here, id: 'b', userAgent: 'X11; Linux Firefox/140.0', isCurrent: false };
const token: ApiTokenView = {
  id: 'x',
  name: '<b>Robot</b>',
  scopes: [...scopes],
  createdAt: at,
  expiresAt: at,
  lastUsedAt: null,
};

/** Every field of a page has a label: its own id stands in a `for`. */
function unlabelled(html: string): string[] {
  const fields = [...html.matchAll(/<input[^>]*>/g)].map(([field]) => field);
  const asked = fields.filter(
    (field) => !/ hidden| aria-hidden=| aria-label=|type="checkbox" role="switch"/.test(field),
  );
  return asked.filter((field) => {
    const id = / id="([^"]+)"/.exec(field)?.[1];
    return id === undefined || !html.includes(` for="${id}"`);
  });
}

describe.each(locales)('the account in %s', (locale) => {
  const render = (page: Parameters<typeof renderPage>[0], viewer: Profile = mira) =>
    renderPage(page, { locale, viewer });

  it('shows the profile, with names as plain text and every character to choose', () => {
    const html = render(<ProfileForm own={own} />);
    expect(html).not.toContain('<b>Mira');
    expect(html.match(/role="radio"/g)).toHaveLength(16 + 3);
    expect(unlabelled(html)).toEqual([]);
  });

  it('shows every time zone behind one field', () => {
    const html = render(<ZoneSearch value="Europe/Berlin" onChoose={() => undefined} />);
    expect(html).toContain('role="combobox"');
    expect(html.match(/aria-selected="true"/g)).toHaveLength(1);
  });

  it('offers guests what they have, and the way to more', () => {
    expect(render(<AccountTabs isGuest />, guest)).not.toContain('/account/security');
    expect(render(<AccountTabs isGuest={false} />)).toContain('/account/tokens');
    expect(render(<GuestBanner />, guest)).toContain('/sign-up?returnTo=%2Faccount%2Fprofile');
    expect(render(<NeedsAccount path="/account/tokens" />, guest)).toContain('/sign-up?returnTo=');
    const switches = (user: Profile) =>
      render(<PreferencesCards own={{ user, etag: null }} />).match(/role="switch"/g);
    expect(switches(mira)).toHaveLength(5);
    expect(switches(guest)).toHaveLength(4);
  });

  it('asks for the current password only where there is one', () => {
    const card = (hasPassword: boolean) =>
      render(<PasswordCard hasPassword={hasPassword} name="Mira" email="mira@example.org" />);
    expect(card(true)).toContain('autoComplete="current-password"');
    expect(card(false)).not.toContain('autoComplete="current-password"');
    expect(unlabelled(card(true))).toEqual([]);
    expect(render(<EmailCard email="mira@example.org" hasPassword={false} />)).not.toContain('<form');
    expect(unlabelled(render(<EmailCard email="mira@example.org" hasPassword />))).toEqual([]);
  });

  it('lists the browsers, this one first and without a way out', () => {
    const html = render(<LoginsCard logins={[elsewhere, here]} />);
    expect(html).toContain('Firefox');
    expect(html.match(/<li/g)).toHaveLength(2);
    expect(html.match(/<li[\s\S]*?<\/li>/)?.[0]).not.toContain('<button');
  });

  it('lists services, linked or not', () => {
    const providers = [{ id: 'github', name: 'GitHub' }];
    const html = render(
      <IdentitiesCard providers={providers} identities={[{ provider: 'google', linkedAt: at }]} />,
    );
    expect(html).toContain('GitHub');
    expect(html).toContain('google');
  });

  it('shows tokens, none, and the making of one', () => {
    const html = render(<TokensPanel tokens={[token]} />);
    expect(html).not.toContain('<b>Robot');
    expect(html).toContain('role="table"');
    expect(render(<TokensPanel tokens={[]} />)).not.toContain('role="table"');
    expect(render(<NewTokenForm onMade={() => undefined} />).match(/role="checkbox"/g)).toHaveLength(
      scopes.length,
    );
    expect(render(<TokenSecret name="Robot" secret="vic_x" onDone={() => undefined} />)).toContain('vic_x');
  });

  it('shows whom I block, and nobody', () => {
    const person = { id: 'x', name: '<b>Leo</b>', cast: 'leo' };
    const html = render(<BlockedList first={{ items: [{ person, blockedAt: at }], nextCursor: null }} />);
    expect(html).not.toContain('<b>Leo');
    expect(html).toContain('<li');
    expect(render(<BlockedList first={{ items: [], nextCursor: null }} />)).not.toContain('<li');
  });

  it('shows the ways out with my data and without', () => {
    expect(render(<ExportCard />)).toContain('<button');
    expect(render(<DeleteCard name="Mira" isGuest={false} hasPassword />)).toContain('<li');
    const html = render(<LastOwnerNotice spaces={[{ slug: 'harbour', name: '<b>Harbour</b>' }]} />);
    expect(html).toContain('/space/harbour/settings/members');
    expect(html).not.toContain('<b>Harbour');
    expect(render(<LastOwnerNotice spaces={[]} />)).toContain('/spaces');
  });
});
