'use client';

import { useEffect } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useSpaceName } from './live/useSpaceFacts.ts';
import { useCall } from './useSpace.ts';

/** Puts into the page's title with whom one talks, so that the right tab is found again. */
export function usePageTitle(): void {
  const t = useTranslations('space');
  const format = useFormatter();
  const spaceName = useSpaceName();
  const call = useCall();
  const names = call.kind === 'active' ? call.participants.map(({ username }) => username) : [];
  const calm = t('titleSpace', { space: spaceName });
  const title = names.length === 0 ? calm : t('titleCall', { names: format.list(names), space: spaceName });
  useEffect(() => {
    document.title = title;
    return () => {
      // Another page may have put its own title there by now.
      if (document.title === title) document.title = calm;
    };
  }, [title, calm]);
}
