import type * as z from 'zod/mini';
import type { SpacePermission } from '#lib/domain/access/permissions.ts';
import { catalogue, type Namespace } from '#lib/protocol/catalogue.ts';
import type { ClientMessage, ServerMessage } from '#lib/protocol/define.ts';
import { eventSummaries } from '#lib/protocol/summaries.ts';
import { fieldsOf, type SchemaView } from './fields.ts';
import { type Least, leastOf } from './operations.ts';

export type Direction = 'fromClient' | 'fromServer';

/** One event as the page shows it. */
export interface EventView {
  readonly name: string;
  readonly anchor: string;
  readonly summary: string;
  readonly payload: SchemaView;
  /** Only messages from clients have a right and a reply. */
  readonly asked: {
    readonly permission: SpacePermission;
    readonly least: Least;
    readonly reply: SchemaView;
  } | null;
}

export interface EventGroup {
  readonly namespace: Namespace;
  readonly direction: Direction;
  readonly anchor: string;
  readonly events: readonly EventView[];
}

type AnyClientMessage = ClientMessage<z.ZodMiniType, z.ZodMiniType>;
type AnyServerMessage = ServerMessage<z.ZodMiniType>;

const namespaces = Object.keys(catalogue) as Namespace[];

/** The whole reference of the sockets: by namespace, first what clients send, then what the server sends. */
export function socketReference(): EventGroup[] {
  return namespaces.flatMap((namespace) => {
    const { fromClient, fromServer } = catalogue[namespace];
    return [
      groupOf(namespace, 'fromClient', Object.entries<AnyClientMessage>(fromClient).map(clientEvent)),
      groupOf(namespace, 'fromServer', Object.entries<AnyServerMessage>(fromServer).map(serverEvent)),
    ];
  });
}

type Nameless = Omit<EventView, 'anchor' | 'summary'>;

function groupOf(namespace: Namespace, direction: Direction, events: readonly Nameless[]): EventGroup {
  const anchor = `${namespace.slice(1)}-${direction === 'fromClient' ? 'client' : 'server'}`;
  const summaries: Readonly<Record<string, string>> = eventSummaries[namespace][direction];
  return {
    namespace,
    direction,
    anchor,
    events: events.map((event) => ({
      ...event,
      anchor: `${anchor}-${event.name}`,
      summary: summaries[event.name] ?? '',
    })),
  };
}

function clientEvent([name, { payload, reply, permission }]: [string, AnyClientMessage]): Nameless {
  return {
    name,
    payload: fieldsOf(payload, 'input'),
    asked: { permission, least: leastOf(permission), reply: fieldsOf(reply, 'output') },
  };
}

const serverEvent = ([name, { payload }]: [string, AnyServerMessage]): Nameless => ({
  name,
  payload: fieldsOf(payload, 'output'),
  asked: null,
});
