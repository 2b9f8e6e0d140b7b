'use client';

import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Avatar } from '#components/ui/Avatar.tsx';
import { Icon } from '#components/ui/Icon.tsx';
import { auditWords } from '#hooks/places/audit.ts';
import { useMoment } from '#hooks/places/useMoment.ts';
import type { AuditEntryView } from '#lib/protocol/rest/spaces.ts';

/** One line of the history: who, what, when, and their own words where there are any. */
export function AuditEntry({ entry }: { entry: AuditEntryView }) {
  const t = useTranslations('spaceAudit');
  const moment = useMoment();
  const { quote } = auditWords(entry);
  return (
    <li className="flex gap-3 border-t border-line py-3 first:border-0">
      {entry.actor === null ? <ServerSign /> : <Avatar cast={entry.actor.cast} size={36} />}
      <div className="flex min-w-0 flex-1 flex-col justify-between gap-x-4 gap-y-0.5 py-1.5 desk:flex-row">
        <div className="min-w-0">
          <p className="text-14 text-pretty wrap-anywhere">
            <Sentence entry={entry} />
          </p>
          {quote !== null && (
            <p className="mt-0.5 text-13 whitespace-pre-line wrap-anywhere text-ink-soft">
              {t('reason', { reason: quote })}
            </p>
          )}
        </div>
        <time dateTime={entry.at} className="flex-none text-13 text-ink-soft tabular-nums">
          {moment(entry.at)}
        </time>
      </div>
    </li>
  );
}

function Sentence({ entry }: { entry: AuditEntryView }) {
  const t = useTranslations('spaceAudit');
  const format = useFormatter();
  const moment = useMoment();
  const { key, role, roomRole, room, resolution, fields, until } = auditWords(entry);
  return t.rich(`sentences.${key}`, {
    b: (words: ReactNode) => <b className="font-name">{words}</b>,
    actor: entry.actor?.name ?? t('server'),
    target: entry.target?.name ?? t('somebody'),
    role,
    roomRole,
    hasRoom: room === null ? 'no' : 'yes',
    room: room ?? '',
    resolution,
    fields: format.list(fields.map((field) => t(`fields.${field}`))),
    until: until === null ? '' : moment(until),
    action: entry.action,
  });
}

function ServerSign() {
  return (
    <span className="inline-grid size-9 flex-none place-items-center rounded-full bg-sunken text-ink-soft">
      <Icon name="clock" size={19} />
    </span>
  );
}
