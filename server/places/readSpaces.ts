import type { spaceRoutes } from '#lib/protocol/rest/spaces.ts';
import { personOf } from '../api/caller.ts';
import type { Operation } from '../api/define.ts';
import type { AuditEntry } from '../persistence/ports.ts';
import { pageById, replyPage } from './cursors.ts';
import { maps } from './maps.ts';
import { findPeople } from './people.ts';
import { answerSpace } from './spaceReply.ts';
import { viewerOf, viewSpaces } from './views.ts';

/** The maps that spaces are made of. */
export const listMaps: Operation<typeof spaceRoutes.listMaps> = async () => ({ reply: { items: [...maps] } });

/** A search for nothing is none. */
const queryOf = (query: string | undefined): string | null =>
  query === undefined || query === '' ? null : query;

/** Public spaces, for everybody. */
export const listPublicSpaces: Operation<typeof spaceRoutes.listPublicSpaces> = async (context) => {
  const { services, caller, subject, query, http } = context;
  const page = await services.store.spaces.listPublic(pageById(query), queryOf(query.query));
  const viewer = viewerOf(caller, subject.account);
  return { reply: replyPage(page, await viewSpaces(services, viewer, page.items, http.now)) };
};

/** The caller’s spaces, in one state. */
export const listMySpaces: Operation<typeof spaceRoutes.listMySpaces> = async (context) => {
  const { services, caller, subject, query, http } = context;
  const page = await services.store.spaces.listOf(personOf(caller).id, query.state, pageById(query));
  // Of a deleted space only those know who may bring it back.
  const known = page.items.filter(({ role }) => query.state !== 'deleted' || role === 'owner');
  const spaces = known.map(({ space }) => space);
  const viewer = viewerOf(caller, subject.account);
  return { reply: replyPage(page, await viewSpaces(services, viewer, spaces, http.now)) };
};

/** One space as the caller sees it. */
export const getSpace: Operation<typeof spaceRoutes.getSpace> = (context) =>
  answerSpace(context, context.inSpace.space);

/** Who is inside. Throws `RefusedError` (`unavailable`) while the live part does not answer. */
export const listParticipants: Operation<typeof spaceRoutes.listParticipants> = async (context) => {
  const items = await context.services.control.participants(context.inSpace.space.id);
  return { reply: { items } };
};

/** The audit log of a space, newest first. */
export const readAudit: Operation<typeof spaceRoutes.readAudit> = async (context) => {
  const { services, inSpace, query } = context;
  const { store } = services;
  const page = await store.audit.list(inSpace.space.id, pageById(query), query.action ?? null);
  const people = await findPeople(
    store,
    page.items.flatMap(({ actorId, targetId }) => [actorId, targetId]),
  );
  const view = ({ id, at, action, actorId, targetId, detail }: AuditEntry) => ({
    id,
    at,
    action,
    actor: people.present(actorId),
    target: people.namedOrNull(targetId),
    detail,
  });
  return { reply: replyPage(page, page.items.map(view)) };
};
