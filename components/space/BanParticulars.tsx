'use client';

import { useFormatter, useTranslations } from 'use-intl';
import type { BanNotice } from '#lib/client/session/SessionState.ts';

/** Until when somebody is kept out, in their own time, and the moderator's words. */
export function BanParticulars({ ban }: { ban: BanNotice }) {
  const t = useTranslations('ended');
  const format = useFormatter();
  const until = ban.until === null ? null : new Date(ban.until);
  return (
    <>
      <p className="mt-1">
        {until === null
          ? t('bannedOpen')
          : t('bannedUntil', { until: format.dateTime(until, { dateStyle: 'long', timeStyle: 'short' }) })}
      </p>
      {ban.detail !== '' && (
        <figure className="mx-auto mt-5 w-fit max-w-full rounded-md bg-sunken px-5 py-3.5 text-start">
          <figcaption className="text-12 font-strong text-ink-soft">{t('bannedReason')}</figcaption>
          <blockquote className="mt-1 text-ink wrap-anywhere" dir="auto">
            {ban.detail}
          </blockquote>
        </figure>
      )}
    </>
  );
}
