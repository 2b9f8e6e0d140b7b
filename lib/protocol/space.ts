import * as z from 'zod/mini';
import { contentSchema } from './chat/inputs.ts';
import { sentReply } from './chat/operations.ts';
import { chatFromClient } from './chat/socket.ts';
import { callEndReasons, sessionEndSchema } from './closeReasons.ts';
import { coordinateSchema, emptySchema, entitySchema, facingSchema, idSchema } from './common.ts';
import { fromClient, fromServer } from './define.ts';
import { wireErrorSchema } from './errors.ts';
import { personSchema, roleSchema } from './rest/common.ts';

/** Number of the latest move of this session, from 1 upwards. The frame carries its low 16 bits back. */
const seqSchema = z.int().check(z.minimum(0), z.maximum(0xffff_ffff));

/** Number of a call plan. Signaling of an older epoch is dropped by both ends. */
const epochSchema = z.int().check(z.minimum(1), z.maximum(0xffff_ffff));

export const presenceSchema = z.enum(['online', 'away', 'busy', 'in-call', 'offline']);

export const rosterEntrySchema = z.object({
  entity: entitySchema,
  userId: idSchema,
  username: z.string(),
  presence: presenceSchema,
  /** Key of the drawn character (`lib/domain/cast.ts`). */
  cast: z.string(),
  /** What they are here; the resident is a guest. */
  role: roleSchema,
  /** What they wrote about themselves at the moment. */
  status: z.nullable(z.string()),
  pronouns: z.nullable(z.string()),
  /** True for the demo space's resident, who is a program. */
  isResident: z.boolean(),
  /** True while the person's connection is lost and their place is kept. */
  isReconnecting: z.boolean(),
});

export const positionSchema = z.object({
  entity: entitySchema,
  x: coordinateSchema,
  y: coordinateSchema,
  facing: facingSchema,
  /** Whether a key is held or a path remains. */
  isMoving: z.boolean(),
  /** Low 16 bits of the last move the server applied for this avatar. */
  seq: z.int().check(z.minimum(0), z.maximum(0xffff)),
});

/** The JSON form of one zone's positions in one tick; `positionsFrame.ts` is its binary form. */
export const positionsSchema = z.object({
  tick: z.int(),
  zone: z.int(),
  /** True when `people` is everybody in the zone, false when only those who moved in this tick. */
  isWhole: z.boolean(),
  people: z.array(positionSchema),
});

export const bubbleSchema = z.object({
  id: idSchema,
  members: z.array(entitySchema),
  isFull: z.boolean(),
});

const spaceSchema = z.object({
  id: idSchema,
  slug: z.string(),
  name: z.string(),
  /** Path of the Tiled map on the web origin. */
  mapUrl: z.string(),
  /** Tiles per second. */
  speedTilesPerS: z.number(),
  /** Proximity rules of this space, in tiles. */
  rangeTiles: z.number(),
  endRangeTiles: z.number(),
  /** Whether nobody new is let in. */
  isLocked: z.boolean(),
});

export const callMediaModeSchema = z.enum(['p2p', 'sfu']);

export const participantSchema = z.object({
  userId: idSchema,
  sessionId: idSchema,
  username: z.string(),
  x: coordinateSchema,
  y: coordinateSchema,
  cast: z.string(),
  isResident: z.boolean(),
  /** Whether this person's microphone and camera are on and a screen is shared, as they last said. */
  audio: z.boolean(),
  video: z.boolean(),
  screen: z.boolean(),
});

const callPlanFields = {
  callId: idSchema,
  epoch: epochSchema,
  mode: callMediaModeSchema,
  participants: z.array(participantSchema),
};

/** Text of a session description; browsers stay far below. */
const sdpSchema = z.string().check(z.minLength(1), z.maxLength(64_000));

const candidateSchema = z.object({
  candidate: z.string().check(z.maxLength(2_000)),
  sdpMid: z.optional(z.nullable(z.string().check(z.maxLength(64)))),
  sdpMLineIndex: z.optional(z.nullable(z.int().check(z.minimum(0), z.maximum(64)))),
  usernameFragment: z.optional(z.nullable(z.string().check(z.maxLength(256)))),
});

/** What two browsers say to each other to connect: a description or one ICE candidate (null: no more will come). */
export const signalSchema = z.union([
  z.object({
    description: z.object({ type: z.enum(['offer', 'answer', 'pranswer', 'rollback']), sdp: sdpSchema }),
  }),
  z.object({ candidate: z.nullable(candidateSchema) }),
]);

/** Messages from a client on `/space`. */
export const spaceFromClient = {
  /** Takes a place in the space. The ticket may stand here or in the handshake. */
  join: fromClient(
    'join:space',
    z.object({
      spaceId: idSchema,
      token: z.optional(z.string().check(z.maxLength(4_096))),
      /** Own microphone and camera state, so that the first participants list is already right. */
      audio: z.optional(z.boolean()),
      video: z.optional(z.boolean()),
    }),
    z.object({
      space: spaceSchema,
      self: z.object({
        entity: entitySchema,
        userId: idSchema,
        sessionId: idSchema,
        x: coordinateSchema,
        y: coordinateSchema,
        facing: facingSchema,
        role: roleSchema,
      }),
      /** The space's welcome text, on somebody's first visit; else `null`. */
      welcome: z.nullable(z.string()),
      roster: z.array(rosterEntrySchema),
      bubbles: z.array(bubbleSchema),
    }),
  ),
  /** One step to a neighbouring tile, or a stop: the own tile with `more: false`. */
  move: fromClient(
    'move:self',
    z.object({
      x: coordinateSchema,
      y: coordinateSchema,
      seq: z.optional(seqSchema),
      more: z.optional(z.boolean()),
    }),
    emptySchema,
  ),
  /** Leaves the space for good: the place is not kept. */
  leave: fromClient('join:space', emptySchema, emptySchema),
  'video-call-signaling': fromClient(
    'take-part:call',
    z.object({ callId: idSchema, epoch: epochSchema, to: idSchema, data: signalSchema }),
    emptySchema,
  ),
  /** Leaves a call by hand. */
  'video-call-end': fromClient('take-part:call', z.object({ callId: idSchema }), emptySchema),
  /** Everybody of the plan is heard over the plan's path: the former path may be closed once all have said so. */
  'video-call-ready': fromClient(
    'take-part:call',
    z.object({ callId: idSchema, epoch: epochSchema }),
    emptySchema,
  ),
  /** The plan's direct path could not be made or was lost: asks for the SFU. */
  'video-call-path-failed': fromClient(
    'take-part:call',
    z.object({ callId: idSchema, epoch: epochSchema }),
    emptySchema,
  ),
  /** Own microphone or camera was switched, or a screen share began or ended; without `screen` that stays as it is. */
  'media-state': fromClient(
    'take-part:call',
    z.object({ audio: z.boolean(), video: z.boolean(), screen: z.optional(z.boolean()) }),
    emptySchema,
  ),
  /** Goes into the call of a chatroom, or begins it. While it lasts, nearness begins no call for this person. */
  'room-call-join': fromClient(
    'take-part:call',
    z.object({ roomId: idSchema }),
    z.object({ callId: idSchema }),
  ),
  'room-call-leave': fromClient('take-part:call', emptySchema, emptySchema),
  /** Older name of `/chat` `join-room`. */
  'chat-join': fromClient('use:chat', z.object({ chatroomId: idSchema }), chatFromClient['join-room'].reply),
  /** Older name of `/chat` `send-message`. */
  'chat-message': fromClient(
    'use:chat',
    z.object({
      chatroomId: idSchema,
      content: contentSchema.check(z.minLength(1)),
      type: z._default(z.literal('text'), 'text'),
    }),
    sentReply,
  ),
} as const;

/** Messages to a client on `/space`. */
export const spaceFromServer = {
  /** Who is in the space: whole after a join, then only what changed, at most once a second. */
  roster: fromServer(
    z.object({ isWhole: z.boolean(), people: z.array(rosterEntrySchema), gone: z.array(entitySchema) }),
  ),
  positions: fromServer(positionsSchema),
  /** A move was not applied: the avatar stands here. Every prediction up to and including `seq` is void. */
  correction: fromServer(
    z.object({
      seq: seqSchema,
      x: coordinateSchema,
      y: coordinateSchema,
      facing: facingSchema,
      error: wireErrorSchema,
    }),
  ),
  /** All bubbles of the space, whenever one changed. */
  bubbles: fromServer(z.object({ bubbles: z.array(bubbleSchema) })),
  /** `roomId`: the chatroom whose call it is; `null` for a call of people who stand together. */
  'video-call-start': fromServer(
    z.object({ ...callPlanFields, isProximityCall: z.boolean(), roomId: z.nullable(idSchema) }),
  ),
  /** The same call goes on by another plan: other people, or another path. */
  'video-call-plan': fromServer(z.object(callPlanFields)),
  /** Everybody is heard over the plan's path: close the former one. */
  'video-call-settled': fromServer(z.object({ callId: idSchema, epoch: epochSchema })),
  'video-call-signaling': fromServer(
    z.object({ callId: idSchema, epoch: epochSchema, from: idSchema, data: signalSchema }),
  ),
  'video-call-end': fromServer(z.object({ callId: idSchema, reason: z.enum(callEndReasons) })),
  'media-state': fromServer(
    z.object({
      callId: idSchema,
      sessionId: idSchema,
      audio: z.boolean(),
      video: z.boolean(),
      screen: z.boolean(),
    }),
  ),
  /** Own role changed: what may be done here is judged by it from now on. */
  standing: fromServer(z.object({ role: roleSchema })),
  /** The space was edited: its name, its address, its lock. */
  'space-changed': fromServer(z.object({ name: z.string(), slug: z.string(), isLocked: z.boolean() })),
  /** A moderator's words to everybody. */
  announcement: fromServer(z.object({ id: idSchema, text: z.string(), by: personSchema, at: z.string() })),
  /** A moderator switched the own microphone off: the page stops sending sound until it is switched on by hand. */
  muted: fromServer(z.object({ by: personSchema })),
  /** A moderator put the own avatar here. Every prediction so far is void. */
  moved: fromServer(
    z.object({ x: coordinateSchema, y: coordinateSchema, facing: facingSchema, by: personSchema }),
  ),
  /** The session ends; `closeReasons.ts` says what the page does next. The connection closes after it. */
  'session-end': fromServer(sessionEndSchema),
  /** A message that asked for no acknowledgement was refused. */
  problem: fromServer(z.object({ event: z.string(), error: wireErrorSchema })),
} as const;
