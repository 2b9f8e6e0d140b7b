'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '#components/ui/ConfirmDialog.tsx';
import { useAction } from '#hooks/useAction.ts';
import { useApi } from '#hooks/useApi.ts';
import { type MemberView, memberRoutes } from '#lib/protocol/rest/members.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';

interface RemoveDialogProps {
  /** Whom it is about; null while nobody is. */
  member: MemberView | null;
  onClose: () => void;
  onConfirm: (member: MemberView) => Promise<void>;
}

/** Asks before somebody's membership ends. */
export function RemoveDialog({ member, onClose, onConfirm }: RemoveDialogProps) {
  const t = useTranslations('spaceMembers');
  return (
    <ConfirmDialog
      open={member !== null}
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={t('removeTitle', { name: member?.person.name ?? '' })}
      detail={t('removeText')}
      confirmLabel={t('remove')}
      onConfirm={() => {
        onClose();
        if (member !== null) void onConfirm(member);
      }}
    />
  );
}

interface OwnDialogProps {
  isOpen: boolean;
  onClose: () => void;
}

/** Asks before I give up a role that I cannot take back myself. */
export function StepDownDialog({
  isOpen,
  onClose,
  onConfirm,
}: OwnDialogProps & { onConfirm: () => Promise<void> }) {
  const t = useTranslations('spaceMembers');
  const router = useRouter();
  const act = useAction(async () => {
    await onConfirm();
    onClose();
    // My rights on these pages are others from now on.
    router.refresh();
  });
  return (
    <ConfirmDialog
      open={isOpen}
      onOpenChange={(isStillOpen) => isStillOpen || onClose()}
      title={t('stepDownTitle')}
      detail={t('stepDownText')}
      confirmLabel={t('stepDownConfirm')}
      isPending={act.isPending}
      error={act.error}
      onConfirm={() => void act.run()}
    />
  );
}

/** Asks before I leave a space for good. The last owner is told why they cannot. */
export function LeaveDialog({ space, isOpen, onClose }: OwnDialogProps & { space: SpaceView }) {
  const t = useTranslations('spaceMembers');
  const api = useApi();
  const router = useRouter();
  const leave = useAction(async () => {
    await api.call(memberRoutes.leaveSpace, { params: { space: space.id } });
    router.push('/spaces');
  });
  return (
    <ConfirmDialog
      open={isOpen}
      onOpenChange={(isStillOpen) => {
        if (isStillOpen) return;
        leave.reset();
        onClose();
      }}
      title={t('leaveTitle', { space: space.name })}
      detail={t('leaveText')}
      confirmLabel={t('leave')}
      isPending={leave.isPending}
      error={leave.error}
      errorWords={{ last_owner: t('lastOwner') }}
      onConfirm={() => void leave.run()}
    />
  );
}
