'use client';

import { useTranslations } from 'use-intl';
import { Field } from '#components/ui/Field.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { Select } from '#components/ui/Select.tsx';
import { Switch } from '#components/ui/Switch.tsx';
import {
  type RoomDraft,
  type RoomProblems,
  roomTextMost,
  slowModesWith,
  slowModeUnit,
} from '#hooks/chat/rooms/roomDraft.ts';

interface RoomFieldsProps {
  draft: RoomDraft;
  problems: RoomProblems;
  /** The space's own room stays public. */
  isDefault?: boolean;
  onChange: (over: Partial<RoomDraft>) => void;
}

/** What a chatroom is called, who may come, and how fast it goes. */
export function RoomFields({ draft, problems, isDefault = false, onChange }: RoomFieldsProps) {
  const t = useTranslations('chatRooms');
  const wordsOf = (field: keyof RoomProblems) => {
    const problem = problems[field];
    return problem === undefined ? null : t(`problems.${problem}`);
  };
  return (
    <>
      <Field
        label={t('name')}
        value={draft.name}
        maxLength={roomTextMost.name}
        autoComplete="off"
        error={wordsOf('name')}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <Field
        label={t('description')}
        value={draft.description}
        maxLength={roomTextMost.description}
        autoComplete="off"
        isOptional
        error={wordsOf('description')}
        onChange={(event) => onChange({ description: event.currentTarget.value })}
      />
      {isDefault ? (
        <Notice>{t('defaultPublic')}</Notice>
      ) : (
        <Switch
          label={t('isPrivate')}
          detail={t('privateDetail')}
          isOn={draft.isPrivate}
          onChange={(isPrivate) => onChange({ isPrivate })}
        />
      )}
      <Select
        label={t('slowMode')}
        hint={t('slowModeDetail')}
        icon="clock"
        value={`${draft.slowModeS}`}
        options={slowModesWith(draft.slowModeS).map((seconds) => {
          const { unit, count } = slowModeUnit(seconds);
          return { value: `${seconds}`, label: unit === 'slowOff' ? t(unit) : t(unit, { count }) };
        })}
        onChange={(seconds) => onChange({ slowModeS: Number(seconds) })}
      />
    </>
  );
}
