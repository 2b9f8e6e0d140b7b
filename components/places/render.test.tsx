import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { SpaceEntrance } from '#components/door/SpaceEntrance.tsx';
import { testSpace } from '#hooks/places/testing/testSpace.ts';
import type { Viewer } from '#hooks/viewer.ts';
import { type Locale, locales } from '#lib/i18n/locales.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';
import { renderPage } from '../testing/renderPage.tsx';
import { SpacesBoard } from './board/SpacesBoard.tsx';
import { InvitationCard } from './invite/InvitationCard.tsx';
import { NewSpaceForm } from './new/NewSpaceForm.tsx';
import { AccessSettings } from './settings/AccessSettings.tsx';
import { AuditSettings } from './settings/AuditSettings.tsx';
import { BansSettings } from './settings/BansSettings.tsx';
import { GeneralSettings } from './settings/GeneralSettings.tsx';
import { InvitationsSettings } from './settings/InvitationsSettings.tsx';
import { MembersSettings } from './settings/MembersSettings.tsx';

const at = '2026-03-01T09:00:00.000Z';
const mira = { id: '01900000-0000-7000-8000-00000000000a', name: 'Mira', cast: 'mira' };
const hugo = { id: '01900000-0000-7000-8000-00000000000b', name: '<b>Hugo</b>', cast: 'hugo' };
const viewer: Viewer = { ...mira, isGuest: false, isOperator: false };
/** What a message that is missing or lacks an argument leaves on the page: its own key. */
const bareKey =
  /\b(?:spaces|newSpace|space[A-Z]\w+|invitation|doorStates|visibility|mapNames|moments)\.[a-z]\w+/;

function render(children: ReactNode, locale: Locale, who: Viewer | null = viewer): string {
  const html = renderPage(children, { locale, viewer: who, pathname: '/spaces' });
  expect(html).not.toMatch(bareKey);
  return html;
}

const page = <Item,>(...items: Item[]) => ({ items, nextCursor: null });
const inside = testSpace({ presence: { count: 2, people: [mira, hugo] } });
const quiet = testSpace({ id: 'quiet', name: 'Quiet', lastVisitAt: at, isLocked: true });

describe.each(locales)('the pages of places in %s', (locale) => {
  it('show my spaces, with names as plain text', () => {
    const html = render(<SpacesBoard first={page(inside, quiet)} state="active" />, locale);
    expect(html).toContain('Harbour Studio');
    expect(html).toContain('&lt;b&gt;Hugo&lt;/b&gt;');
    expect(html).not.toContain('<b>Hugo');
  });

  it('show an empty board, to guests too, and what is archived and deleted', () => {
    const guest = { ...viewer, isGuest: true };
    expect(render(<SpacesBoard first={page()} state="active" />, locale)).toContain('/spaces/new');
    expect(render(<SpacesBoard first={page()} state="active" />, locale, guest)).not.toContain('/spaces/new');
    const closed = page(testSpace({ archivedAt: at }), testSpace({ id: 'gone', deletedAt: at }));
    expect(render(<SpacesBoard first={closed} state="deleted" />, locale)).toContain('Harbour Studio');
    expect(render(<SpacesBoard first={page()} state="archived" />, locale)).not.toBe('');
  });

  it('show the form of a new space', () => {
    const picture = { light: '/maps/office-preview.svg', dark: '/maps/office-preview-night.svg' };
    const map = {
      id: 'office',
      url: '/maps/office.tmj',
      picture,
      widthTiles: 40,
      heightTiles: 26,
      seats: 50,
    };
    expect(render(<NewSpaceForm maps={[map]} />, locale)).toContain('office-preview');
  });

  it('show the settings to an owner, and the lock alone to a moderator', () => {
    expect(render(<GeneralSettings space={inside} />, locale)).toContain('harbour-studio');
    expect(render(<AccessSettings space={inside} />, locale)).toContain('radiogroup');
    const moderated = testSpace({ role: 'moderator' });
    expect(render(<AccessSettings space={moderated} />, locale)).not.toContain('radiogroup');
  });

  it('show members, invitations, bans and the history', () => {
    const member = { person: hugo, role: 'member', isGuest: true, pronouns: null, joinedAt: at } as const;
    expect(render(<MembersSettings space={inside} first={page(member)} />, locale)).toContain('Hugo');
    const common = { id: hugo.id, createdBy: mira, createdAt: at, expiresAt: at };
    const invitation = { ...common, role: 'member', email: null, usesMost: 3, uses: 1 } as const;
    expect(render(<InvitationsSettings space={inside} first={page(invitation)} />, locale)).toContain('Mira');
    const ban = { ...common, person: hugo, reason: '<script>' };
    expect(render(<BansSettings space={inside} first={page(ban)} />, locale)).toContain('&lt;script&gt;');
    const entry = { id: mira.id, at, action: 'participant.ban', actor: mira, target: hugo };
    const history = page({ ...entry, detail: { reason: 'Noise', durationS: 60 } });
    expect(render(<AuditSettings space={inside} first={history} />, locale)).toContain('Noise');
  });

  it('show an invitation to somebody known, and to nobody in particular', () => {
    const space = { id: inside.id, slug: inside.slug, name: inside.name, mapId: 'office' };
    const preview = { space, role: 'moderator', invitedBy: hugo, expiresAt: at, needsAccount: true } as const;
    expect(render(<InvitationCard token="t" preview={preview} />, locale)).toContain('Mira');
    expect(render(<InvitationCard token="t" preview={preview} />, locale, null)).toContain(
      '/sign-up?returnTo',
    );
  });

  it('show every closed door, and what is behind an open one', () => {
    const door = (over: Partial<SpaceView>) =>
      render(
        <SpaceEntrance space={testSpace({ role: null, ...over })} visitor={null}>
          <p>inside</p>
        </SpaceEntrance>,
        locale,
        null,
      );
    const refusals = [
      'banned',
      'space_archived',
      'invitation_required',
      'space_locked',
      'space_full',
    ] as const;
    for (const entryRefusal of refusals) expect(door({ entryRefusal })).not.toContain('<p>inside</p>');
    expect(door({ entryRefusal: 'unauthorized', visibility: 'password' })).toContain('type="password"');
    expect(door({ entryRefusal: null })).toContain('<p>inside</p>');
  });
});
