'use client';

import { Popover } from 'radix-ui';
import { type SubmitEvent, useState } from 'react';
import { useNow, useTimeZone, useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { Field } from '#components/ui/Field.tsx';
import { IconButton } from '#components/ui/IconButton.tsx';
import { useChatStore } from '#hooks/chat/ChatContext.ts';
import { useRoomTalk } from '../RoomContext.ts';
import { dayOf, startOfDay } from './rows.ts';

/** Leads to what was written on a day. */
export function JumpToDate() {
  const t = useTranslations('chat.timeline');
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <IconButton icon="calendar" label={t('toDate')} tone="soft" tooltipSide="bottom" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={6}
          collisionPadding={12}
          aria-label={t('toDate')}
          className="z-50 w-64 animate-rise rounded-md bg-raised p-4 shadow-3"
        >
          <DateForm onDone={() => setOpen(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function DateForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations('chat.timeline');
  const chat = useChatStore();
  const { room } = useRoomTalk();
  const timeZone = useTimeZone() ?? 'UTC';
  const today = dayOf(useNow().getTime(), timeZone);
  const [day, setDay] = useState(today);
  const [hasFailed, setFailed] = useState(false);

  async function go(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const at = startOfDay(day, timeZone);
    if (at === null) return;
    try {
      await chat.jumpTo(room.id, { at });
      onDone();
    } catch (error) {
      console.warn('chat: the day could not be shown', error);
      setFailed(true);
    }
  }

  return (
    <form onSubmit={(event) => void go(event)} className="grid gap-3">
      <Field
        label={t('date')}
        type="date"
        max={today}
        min={dayOf(Date.parse(room.createdAt), timeZone)}
        value={day}
        error={hasFailed ? t('dateFailed') : null}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <Button type="submit" tone="primary">
        {t('go')}
      </Button>
    </form>
  );
}
