import type { spaceRoutes } from '#lib/protocol/rest/spaces.ts';
import { createSpace, duplicateSpace } from '../../places/createSpace.ts';
import { updateSpace } from '../../places/editSpace.ts';
import { enterByPassword } from '../../places/enterByPassword.ts';
import { archiveSpace, deleteSpace, restoreSpace, unarchiveSpace } from '../../places/lifecycle.ts';
import {
  getSpace,
  listMaps,
  listMySpaces,
  listParticipants,
  listPublicSpaces,
  readAudit,
} from '../../places/readSpaces.ts';
import type { Operations } from '../define.ts';

export const spaceOperations: Operations<typeof spaceRoutes> = {
  listMaps,
  listPublicSpaces,
  listMySpaces,
  createSpace,
  getSpace,
  updateSpace,
  duplicateSpace,
  archiveSpace,
  unarchiveSpace,
  deleteSpace,
  restoreSpace,
  enterByPassword,
  listParticipants,
  readAudit,
};
