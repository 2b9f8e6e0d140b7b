import type { memberRoutes } from '#lib/protocol/rest/members.ts';
import { acceptInvitation, previewInvitation } from '../../places/acceptInvitation.ts';
import { createInvitation, listInvitations, revokeInvitation } from '../../places/invitations.ts';
import { leaveSpace, listMembers, removeMember, setRole } from '../../places/members.ts';
import type { Operations } from '../define.ts';

export const memberOperations: Operations<typeof memberRoutes> = {
  listMembers,
  setRole,
  removeMember,
  leaveSpace,
  listInvitations,
  createInvitation,
  revokeInvitation,
  previewInvitation,
  acceptInvitation,
};
