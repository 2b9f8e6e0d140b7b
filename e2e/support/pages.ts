import type { Account } from '../../server/testing/RunningApi.ts';
import type { Company } from './world.ts';

/** One page of the product, and who looks at it. */
export interface ProductPage {
  readonly name: string;
  readonly path: string;
  /** `null`: nobody is signed in. */
  readonly as: Account | null;
}

/** Every page outside of the map, for checks that hold everywhere. */
export async function productPages({ api, spaceId, olga, max }: Company): Promise<ProductPage[]> {
  const guest = await api.makeGuest('Gus');
  const invitation = await api.invite(olga, spaceId);
  const settings = `/space/${spaceId}/settings`;
  const page = (name: string, path: string, as: Account | null = null) => ({ name, path, as });
  return [
    page('landing', '/'),
    page('sign-in', '/sign-in'),
    page('sign-up', '/sign-up'),
    page('forgot-password', '/forgot-password'),
    page('reset-password', `/reset-password/${'A'.repeat(43)}`),
    page('confirm', `/confirm/${'A'.repeat(43)}`),
    page('setup', `/setup/${'A'.repeat(43)}`),
    page('not-found', '/no/such/page'),
    page('door', `/space/${spaceId}`),
    page('door-member', `/space/${spaceId}`, max),
    page('door-unknown', '/space/nowhere'),
    page('invitation', `/invite/${invitation}`, max),
    page('invitation-stranger', `/invite/${invitation}`),
    page('dashboard', '/spaces', olga),
    page('dashboard-guest', '/spaces', guest),
    page('new-space', '/spaces/new', olga),
    page('settings-general', `${settings}/general`, olga),
    page('settings-access', `${settings}/access`, olga),
    page('settings-members', `${settings}/members`, olga),
    page('settings-invitations', `${settings}/invitations`, olga),
    page('settings-bans', `${settings}/bans`, olga),
    page('settings-reports', `${settings}/reports`, olga),
    page('settings-chat-filters', `${settings}/chat-filters`, olga),
    page('settings-chat-mutes', `${settings}/chat-mutes`, olga),
    page('settings-activity', `${settings}/activity`, olga),
    page('chat', `/space/${spaceId}/chat`, olga),
    page('settings-audit', `${settings}/audit`, olga),
    page('settings-forbidden', `${settings}/audit`, max),
    page('account-profile', '/account/profile', olga),
    page('account-preferences', '/account/preferences', olga),
    page('account-security', '/account/security', olga),
    page('account-tokens', '/account/tokens', olga),
    page('account-blocked', '/account/blocked', olga),
    page('account-data', '/account/data', olga),
    page('account-guest', '/account/profile', guest),
    page('docs-api', '/docs/api'),
    page('docs-api-chat', '/docs/api/chat'),
    page('docs-sockets', '/docs/sockets'),
    page('gallery', '/gallery'),
  ];
}
