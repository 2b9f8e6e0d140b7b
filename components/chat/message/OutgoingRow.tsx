'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { cx } from '#components/ui/cx.ts';
import { Icon } from '#components/ui/Icon.tsx';
import { Progress } from '#components/ui/Progress.tsx';
import { useChatStore } from '#hooks/chat/ChatContext.ts';
import { usePerson, useSelfId } from '#hooks/chat/useChat.ts';
import { useSecondsUntil } from '#hooks/live/useSecondsUntil.ts';
import type { OutgoingMessage } from '#lib/client/chat/ChatState.ts';
import { Markdown } from './Markdown.tsx';
import { MessageFrame } from './MessageFrame.tsx';

interface OutgoingRowProps {
  outgoing: OutgoingMessage;
  isFirst: boolean;
  isTabStop: boolean;
  rowKey: string;
  onFocus: (key: string) => void;
}

const noMentions = [] as const;

/** A message of mine on its way, or one that could not be sent, with what can be done about it. */
export function OutgoingRow({ outgoing, isFirst, isTabStop, rowKey, onFocus }: OutgoingRowProps) {
  const self = usePerson(useSelfId());
  const { status, file } = outgoing;
  return (
    <MessageFrame
      rowKey={rowKey}
      author={self}
      isMine
      at={new Date(outgoing.atMs).toISOString()}
      isFirst={isFirst}
      isTabStop={isTabStop}
      frameProps={{ onFocus: () => onFocus(rowKey) }}
    >
      <div
        className={cx(
          'text-14 leading-body wrap-anywhere touch:text-16',
          status.kind !== 'failed' && 'opacity-70',
        )}
      >
        {outgoing.content !== '' && <Markdown content={outgoing.content} mentions={noMentions} />}
        {file !== null && <Upload outgoing={outgoing} file={file} />}
      </div>
      <Status outgoing={outgoing} />
    </MessageFrame>
  );
}

interface UploadProps {
  outgoing: OutgoingMessage;
  file: NonNullable<OutgoingMessage['file']>;
}

/** How much of a file has gone up, and the way to call it off. */
function Upload({ outgoing, file }: UploadProps) {
  const t = useTranslations('chat.outgoing');
  const chat = useChatStore();
  const isUnderWay = file.id === null && outgoing.status.kind !== 'failed';
  return (
    <div className="mt-1 flex w-72 max-w-full items-center gap-3 rounded-md bg-sunken py-2 ps-3 pe-1.5">
      <Icon name={outgoing.type === 'voice' ? 'mic' : 'file'} size={20} className="text-ink-soft" />
      <span className="min-w-0 flex-1">
        <bdi className="block truncate text-13 font-medium">
          {outgoing.type === 'voice' ? t('voice') : file.name}
        </bdi>
        {isUnderWay && <Progress label={t('uploading', { name: file.name })} share={file.progress} />}
      </span>
      {isUnderWay && (
        <Button size="small" tone="ghost" onClick={() => chat.discard(outgoing.clientId)}>
          {t('cancel')}
        </Button>
      )}
    </div>
  );
}

function Status({ outgoing }: { outgoing: OutgoingMessage }) {
  const t = useTranslations('chat.outgoing');
  if (outgoing.status.kind === 'failed') return <Failed outgoing={outgoing} status={outgoing.status} />;
  const isWaiting = outgoing.status.kind === 'waiting';
  return (
    <p className="flex items-center gap-1 text-12 text-ink-soft">
      <Icon name="clock" size={13} />
      {isWaiting ? t('waiting') : t('sending')}
    </p>
  );
}

type FailedStatus = Extract<OutgoingMessage['status'], { kind: 'failed' }>;

function Failed({ outgoing, status }: { outgoing: OutgoingMessage; status: FailedStatus }) {
  const t = useTranslations('chat.outgoing');
  const words = useTranslations('refusals');
  const chat = useChatStore();
  const waitS = useSecondsUntil(status.retryAtMs ?? 0);
  return (
    <div role="alert" className="mt-1 rounded-sm bg-bad-soft px-3 py-2 text-13 text-bad-text">
      <p className="flex gap-1.5 text-pretty">
        <Icon name="warning" size={16} className="mt-0.5" />
        <span>
          <b className="font-strong">{t('failed')}</b> {words(status.code)}
        </span>
      </p>
      <div className="mt-1 flex flex-wrap gap-1">
        <Button size="small" tone="ghost" disabled={waitS > 0} onClick={() => chat.retry(outgoing.clientId)}>
          {waitS > 0 ? t('retryIn', { seconds: waitS }) : t('retry')}
        </Button>
        <Button size="small" tone="ghost" onClick={() => chat.discard(outgoing.clientId)}>
          {t('discard')}
        </Button>
      </div>
    </div>
  );
}
