'use client';

import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { type Column, DataTable } from '#components/ui/DataTable.tsx';
import { mayRemove, roleChoices } from '#hooks/places/memberRights.ts';
import type { Members } from '#hooks/places/useMembers.ts';
import { useViewer } from '#hooks/useViewer.ts';
import { accountKindOfViewer } from '#hooks/viewer.ts';
import type { Role } from '#lib/domain/access/roles.ts';
import type { MemberView } from '#lib/protocol/rest/members.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';
import { LeaveDialog, RemoveDialog, StepDownDialog } from './memberDialogs.tsx';
import { PersonCell } from './PersonCell.tsx';
import { RoleMenu } from './RoleMenu.tsx';

/** What is asked about before it is done. */
type Question =
  | { readonly kind: 'remove'; readonly member: MemberView }
  | { readonly kind: 'step-down'; readonly member: MemberView; readonly role: Role }
  | { readonly kind: 'leave' };

interface MemberTableProps {
  space: SpaceView;
  members: Members;
}

/** The members as a table: who, as what, since when, and what I may change about it. */
export function MemberTable({ space, members }: MemberTableProps) {
  const t = useTranslations('spaceMembers');
  const format = useFormatter();
  const viewer = useViewer();
  const ownId = viewer?.id ?? '';
  const subject = { account: accountKindOfViewer(viewer), role: space.role };
  const [question, setQuestion] = useState<Question | null>(null);
  const isSelf = ({ person }: MemberView) => person.id === ownId;

  function change(member: MemberView, role: Role): void {
    if (isSelf(member)) setQuestion({ kind: 'step-down', member, role });
    else void members.setRole(member, role);
  }

  const columns: readonly Column<MemberView>[] = [
    { key: 'person', header: t('person'), cell: (member) => <Who member={member} isSelf={isSelf(member)} /> },
    {
      key: 'role',
      header: t('role'),
      cell: (member) => (
        <RoleMenu
          name={member.person.name}
          role={member.role}
          choices={roleChoices(subject, ownId, member)}
          onChange={(role) => change(member, role)}
        />
      ),
    },
    {
      key: 'since',
      header: t('since'),
      cell: (member) => format.dateTime(new Date(member.joinedAt), { dateStyle: 'medium' }),
      className: 'text-ink-soft tabular-nums',
    },
    {
      key: 'actions',
      header: t('actions'),
      isHeaderHidden: true,
      align: 'end',
      cell: (member) => (
        <MemberEnd
          member={member}
          isSelf={isSelf(member)}
          mayRemove={mayRemove(subject, ownId, member)}
          onRemove={() => setQuestion({ kind: 'remove', member })}
          onLeave={() => setQuestion({ kind: 'leave' })}
        />
      ),
    },
  ];
  const close = () => setQuestion(null);
  return (
    <>
      <DataTable
        caption={t('lead', { count: members.pages.items.length })}
        columns={columns}
        rows={members.pages.items}
        rowKey={({ person }) => person.id}
      />
      <RemoveDialog
        member={question?.kind === 'remove' ? question.member : null}
        onClose={close}
        onConfirm={members.remove}
      />
      <StepDownDialog
        isOpen={question?.kind === 'step-down'}
        onClose={close}
        onConfirm={async () => {
          if (question?.kind === 'step-down') await members.setRole(question.member, question.role, true);
        }}
      />
      <LeaveDialog space={space} isOpen={question?.kind === 'leave'} onClose={close} />
    </>
  );
}

function Who({ member, isSelf }: { member: MemberView; isSelf: boolean }) {
  const t = useTranslations('spaceMembers');
  const { person, isGuest, pronouns } = member;
  const details = [pronouns, isGuest ? t('guestNote') : null].filter(Boolean).join(' · ');
  return (
    <PersonCell
      person={person}
      note={isSelf ? t('you') : undefined}
      detail={details === '' ? undefined : details}
    />
  );
}

interface MemberEndProps {
  member: MemberView;
  isSelf: boolean;
  mayRemove: boolean;
  onRemove: () => void;
  onLeave: () => void;
}

/** The end of a membership: my own, or somebody else's where I may. */
function MemberEnd({ member, isSelf, mayRemove: isRemovable, onRemove, onLeave }: MemberEndProps) {
  const t = useTranslations('spaceMembers');
  if (isSelf) {
    return (
      <Button size="small" tone="ghost" onClick={onLeave}>
        {t('leave')}
      </Button>
    );
  }
  if (!isRemovable) return null;
  return (
    <Button
      size="small"
      tone="ghost"
      aria-label={t('removeName', { name: member.person.name })}
      onClick={onRemove}
    >
      {t('remove')}
    </Button>
  );
}
