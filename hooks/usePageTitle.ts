'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { useUnreadTitle } from './chat/useUnreadTitle.ts';
import { useSpaceName } from './live/useSpaceFacts.ts';
import { useDocumentTitle } from './useDocumentTitle.ts';
import { useCall } from './useSpace.ts';

/** Puts into the page's title with whom one talks and how many messages are unread, so that the right tab is found again. */
export function usePageTitle(): void {
  const t = useTranslations('space');
  const format = useFormatter();
  const spaceName = useSpaceName();
  const call = useCall();
  const names = call.kind === 'active' ? call.participants.map(({ username }) => username) : [];
  const calm = t('titleSpace', { space: spaceName });
  const title = useUnreadTitle(
    names.length === 0 ? calm : t('titleCall', { names: format.list(names), space: spaceName }),
  );
  useDocumentTitle(title, calm);
}
