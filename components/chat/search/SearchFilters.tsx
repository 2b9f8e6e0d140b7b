'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { Dialog } from '#components/ui/Dialog.tsx';
import { Field } from '#components/ui/Field.tsx';
import { IconButton } from '#components/ui/IconButton.tsx';
import { Select } from '#components/ui/Select.tsx';
import { useChatPlace } from '#hooks/chat/ChatPlace.ts';
import { useKnownPeople } from '#hooks/chat/rooms/useKnownPeople.ts';
import { areDaysWrong, searchKinds } from '#hooks/chat/search/searchFilter.ts';
import type { Search } from '#hooks/chat/search/useSearch.ts';
import { useRooms } from '#hooks/chat/useChat.ts';
import { isAllowed } from '#lib/domain/access/permissions.ts';
import { PersonPicker } from '../people/PersonPicker.tsx';
import { useRoomName } from '../timeline/useRoomName.ts';

/** The choice that stands for no choice; a select has no empty value. */
const anyRoom = 'all';

const kindWords = {
  any: 'hasAny',
  link: 'hasLink',
  image: 'hasImage',
  file: 'hasFile',
  voice: 'hasVoice',
} as const;

/** What narrows a search down. */
export function SearchFilters({ search: { filter, change } }: { search: Search }) {
  const t = useTranslations('chatSearch');
  const nameOf = useRoomName();
  const groups = useRooms();
  const rooms = groups === null ? [] : [...groups.rooms, ...groups.directs, ...groups.joinable];
  return (
    <div className="mt-2 grid gap-3 rounded-md bg-sunken p-3">
      <Select
        label={t('room')}
        value={filter.roomId ?? anyRoom}
        options={[
          { value: anyRoom, label: t('anyRoom') },
          ...rooms.map((room) => ({ value: room.id, label: nameOf(room) })),
        ]}
        onChange={(roomId) => change({ roomId: roomId === anyRoom ? null : roomId })}
      />
      <div className="grid grid-cols-2 gap-3">
        <FromFilter from={filter.from} onChange={(from) => change({ from })} />
        <Select
          label={t('has')}
          value={filter.has}
          options={searchKinds.map((kind) => ({ value: kind, label: t(kindWords[kind]) }))}
          onChange={(has) => change({ has: searchKinds.find((kind) => kind === has) ?? 'any' })}
        />
        <Field
          label={t('after')}
          type="date"
          value={filter.firstDay}
          error={areDaysWrong(filter) ? t('datesWrong') : null}
          onChange={(event) => change({ firstDay: event.currentTarget.value })}
          className="desk:text-14"
        />
        <Field
          label={t('before')}
          type="date"
          value={filter.lastDay}
          onChange={(event) => change({ lastDay: event.currentTarget.value })}
          className="desk:text-14"
        />
      </div>
      <p className="text-12 text-pretty text-ink-soft">{t('hint')}</p>
    </div>
  );
}

interface FromFilterProps {
  from: { readonly id: string; readonly name: string } | null;
  onChange: (from: FromFilterProps['from']) => void;
}

function FromFilter({ from, onChange }: FromFilterProps) {
  const t = useTranslations('chatSearch');
  const { spaceId, subject } = useChatPlace();
  const known = useKnownPeople();
  const [isChoosing, setChoosing] = useState(false);
  return (
    <div className="min-w-0">
      <span className="mb-1.5 block text-13 font-medium text-ink-soft">{t('from')}</span>
      <div className="flex items-center">
        <Button
          tone="line"
          className="min-w-0 flex-1 justify-start bg-raised px-3 font-body"
          aria-label={`${t('from')}: ${from?.name ?? t('anybody')}`}
          onClick={() => setChoosing(true)}
        >
          <span className="truncate">{from?.name ?? t('anybody')}</span>
        </Button>
        {from !== null && (
          <IconButton
            icon="close"
            label={t('anybody')}
            tone="soft"
            iconSize={18}
            onClick={() => onChange(null)}
          />
        )}
      </div>
      <Dialog open={isChoosing} onOpenChange={setChoosing} title={t('chooseFrom')}>
        <PersonPicker
          spaceId={spaceId}
          mayList={isAllowed(subject, 'read:member:any')}
          known={known}
          onPick={({ id, name }) => {
            setChoosing(false);
            onChange({ id, name });
          }}
        />
      </Dialog>
    </div>
  );
}
