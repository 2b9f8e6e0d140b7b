import { describe, expect, it } from 'vitest';
import type { Viewer } from '#hooks/viewer.ts';
import { locales } from '#lib/i18n/locales.ts';
import { renderPage } from '../testing/renderPage.tsx';
import { ConfirmPanel } from './ConfirmPanel.tsx';
import { ForgotPanel } from './ForgotPanel.tsx';
import { ResetPanel } from './ResetPanel.tsx';
import { SentNotice } from './SentNotice.tsx';
import { SetupPanel } from './SetupPanel.tsx';
import { SignFrame } from './SignFrame.tsx';
import { SignInPanel } from './SignInPanel.tsx';
import { SignUpPanel } from './SignUpPanel.tsx';

const guest: Viewer = {
  id: '01900000-0000-7000-8000-00000000000a',
  name: '<b>Mira</b>',
  cast: 'mira',
  isGuest: true,
  isOperator: false,
};
const words = '…';
const github = [{ id: 'github', name: 'GitHub' }];

describe.each(locales)('signing in, in %s', (locale) => {
  const render = (page: Parameters<typeof renderPage>[0], viewer: Viewer | null = null) =>
    renderPage(page, { locale, viewer, pathname: '/sign-in' });

  it('never puts a password into the address, should the script be late', () => {
    const pages = [
      <SignInPanel key="in" returnTo={null} providers={[]} failure={null} />,
      <SignUpPanel key="up" returnTo={null} providers={[]} />,
      <ResetPanel key="reset" token="x" returnTo={null} />,
      <SetupPanel key="setup" token="x" />,
      <ConfirmPanel key="confirm" token="x" returnTo={null} />,
      <ForgotPanel key="forgot" returnTo={null} />,
    ];
    for (const page of pages) {
      const forms = render(page).match(/<form[^>]*>/g) ?? [];
      expect(forms).toHaveLength(1);
      expect(forms[0]).toContain('method="post"');
    }
  });

  it('offers a guest’s way only to the door of a space', () => {
    const panel = (returnTo: string) => <SignInPanel returnTo={returnTo} providers={[]} failure={null} />;
    expect(render(panel('/space/demo'))).toContain('href="/space/demo"');
    expect(render(panel('/spaces'))).not.toContain('href="/spaces"');
  });

  it('offers other services where there are some, and says what went wrong there', () => {
    const html = render(<SignInPanel returnTo={null} providers={github} failure="unverified" />);
    expect(html).toContain('GitHub');
    expect(html).toContain('role="status"');
    expect(render(<SignUpPanel returnTo={null} providers={github} />)).toContain('GitHub');
  });

  it('tells guests that they stay who they are, with names as plain text', () => {
    for (const page of [
      <SignUpPanel key="up" returnTo={null} providers={[]} />,
      <SignInPanel key="in" returnTo={null} providers={[]} failure={null} />,
    ]) {
      const html = render(page, guest);
      expect(html).toContain('&lt;b&gt;Mira');
      expect(html).not.toContain('<b>Mira');
    }
  });

  it('takes the destination along to every other way in', () => {
    const html = render(<SignInPanel returnTo="/invite/abc?x=1" providers={[]} failure={null} />);
    for (const page of ['/sign-up', '/forgot-password']) {
      expect(html).toContain(`href="${page}?returnTo=%2Finvite%2Fabc%3Fx%3D1"`);
    }
  });

  it('shows what happens next, with a pause before the next mail', () => {
    const html = render(
      <SentNotice title={words} onAgain={() => Promise.resolve()} onOtherAddress={() => undefined}>
        {words}
      </SentNotice>,
    );
    expect(html).toContain('aria-disabled="true"');
    expect(html).toContain('60');
  });

  it('stands beside a picture that says nothing to screen readers', () => {
    const html = render(
      <SignFrame theme="system" scene="rug">
        {words}
      </SignFrame>,
    );
    expect(html).toContain('alt=""');
    expect(html).toContain('id="content"');
  });
});
