'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { Avatar } from '#components/ui/Avatar.tsx';
import { Badge } from '#components/ui/Badge.tsx';
import { Button } from '#components/ui/Button.tsx';
import { MenuItem, MenuLine } from '#components/ui/Menu.tsx';
import { MenuButton } from '#components/ui/MenuButton.tsx';
import { messagePath } from '#hooks/chat/rooms/chatPath.ts';
import { useMoment } from '#hooks/places/useMoment.ts';
import type { ReportView } from '#lib/protocol/chat/views.ts';

/** What is asked before it is done. */
export interface ReportQuestion {
  readonly kind: 'delete' | 'mute' | 'ban';
  readonly report: ReportView;
}

interface ReportItemProps {
  report: ReportView;
  slug: string;
  onDismiss: () => void;
  onAsk: (question: ReportQuestion) => void;
}

/** One report: who wrote what and where, who minded and why, and what can be done. */
export function ReportItem({ report, slug, onDismiss, onAsk }: ReportItemProps) {
  const t = useTranslations('spaceReports');
  const { author, room, status, isDeleted } = report;
  const moment = useMoment();
  return (
    <li className="flex gap-3 border-t border-line py-4 first:border-0">
      <Avatar cast={author.cast} size={36} />
      <div className="min-w-0 flex-1">
        <p className="text-14">
          <b className="font-name wrap-anywhere">{author.name}</b>{' '}
          <span className="text-13 text-ink-soft">
            {t('where', { room: room.name, at: moment(report.at) })}
          </span>
        </p>
        <blockquote className="mt-1.5 rounded-md bg-sunken px-3.5 py-2.5 text-14 whitespace-pre-line wrap-anywhere">
          {report.content === '' ? <span className="text-ink-soft">{t('noText')}</span> : report.content}
        </blockquote>
        <Why report={report} />
        <div className="mt-3 flex flex-wrap items-center gap-2">
          {status === 'open' ? (
            <>
              <Button size="small" onClick={onDismiss}>
                {t('dismiss')}
              </Button>
              {!isDeleted && (
                <Button size="small" tone="away" onClick={() => onAsk({ kind: 'delete', report })}>
                  {t('delete')}
                </Button>
              )}
            </>
          ) : (
            <Settled report={report} />
          )}
          {!room.isPrivate && !isDeleted && (
            <Link
              href={messagePath(slug, room.id, report.messageId)}
              className="inline-flex min-h-11 items-center px-2 text-13 font-medium text-lagoon-text hover:underline"
            >
              {t('show')}
            </Link>
          )}
        </div>
      </div>
      <MenuButton about={author.name}>
        <MenuItem icon="micOff" onSelect={() => onAsk({ kind: 'mute', report })}>
          {t('mute')}
        </MenuItem>
        <MenuLine />
        <MenuItem icon="lock" tone="away" onSelect={() => onAsk({ kind: 'ban', report })}>
          {t('ban')}
        </MenuItem>
      </MenuButton>
    </li>
  );
}

/** Who reported it, and in which words; or which term of the filter it met. */
function Why({ report: { by, reason, term } }: { report: ReportView }) {
  const t = useTranslations('spaceReports');
  return (
    <p className="mt-2 text-13 text-pretty wrap-anywhere text-ink-soft">
      {by === null ? t('byFilter', { term: term ?? '' }) : t('by', { name: by.name })}
      {reason !== '' && ` ${t('reason', { reason })}`}
    </p>
  );
}

function Settled({ report: { status, resolvedBy, resolvedAt } }: { report: ReportView }) {
  const t = useTranslations('spaceReports');
  const moment = useMoment();
  return (
    <>
      <Badge tone={status === 'deleted' ? 'bad' : 'plain'}>
        {status === 'deleted' ? t('deleted') : t('dismissed')}
      </Badge>
      {resolvedBy !== null && resolvedAt !== null && (
        <span className="text-13 text-ink-soft">
          {t('settledBy', { name: resolvedBy.name, at: moment(resolvedAt) })}
        </span>
      )}
    </>
  );
}
