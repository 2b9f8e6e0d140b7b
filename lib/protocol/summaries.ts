import type { ClientEvent, Namespace, ServerEvent } from './catalogue.ts';

/** One English sentence for the reference per event; an event without one does not compile. */
type Summaries = {
  readonly [N in Namespace]: {
    readonly fromClient: Readonly<Record<ClientEvent<N>, string>>;
    readonly fromServer: Readonly<Record<ServerEvent<N>, string>>;
  };
};

export const eventSummaries: Summaries = {
  '/space': {
    fromClient: {
      join: 'Takes a place in the space. Everything else is refused before it was accepted.',
      move: 'One step to a neighbouring tile, or a stop: the own tile with `more: false`.',
      leave: 'Leaves the space for good: the place is not kept.',
      'video-call-signaling': 'A session description or an ICE candidate for one other person of the call.',
      'video-call-end': 'Leaves a call and stays in the space.',
      'video-call-ready':
        'Everybody of the plan is heard over the plan’s path; the former path may be closed once all have said so.',
      'video-call-path-failed': 'The plan’s direct path could not be made or was lost: asks for the SFU.',
      'media-state': 'The own microphone or camera was switched, or a screen share began or ended.',
      'room-call-join':
        'Goes into the call of a chatroom, or begins it. While it lasts, nearness begins no other call.',
      'room-call-leave': 'Leaves the call of a chatroom.',
      'chat-join': 'Older name of `join-room` on `/chat`.',
      'chat-message': 'Older name of `send-message` on `/chat`.',
    },
    fromServer: {
      roster: 'Who is in the space: whole after a join, then only what changed, at most once a second.',
      positions: 'Who stands where in one zone; as bytes when the client asked for binary positions.',
      correction:
        'A move was not applied: the avatar stands here. Every prediction up to and including `seq` is void.',
      bubbles: 'All groups of people who stand together, whenever one changed.',
      'video-call-start': 'A call began: who is in it, and by which path.',
      'video-call-plan': 'The same call goes on by another plan: other people, or another path.',
      'video-call-settled': 'Everybody is heard over the plan’s path: close the former one.',
      'video-call-signaling': 'What another person of the call says to connect.',
      'video-call-end': 'The call ended for this person.',
      'media-state': 'Somebody of the call switched microphone or camera, or began or ended a screen share.',
      standing: 'The own role changed: what may be done here is judged by it from now on.',
      'space-changed': 'The space was edited: its name, its address or its lock.',
      announcement: 'A moderator’s words to everybody.',
      muted:
        'A moderator switched the own microphone off; send no sound until its owner switches it on again.',
      moved: 'A moderator put the own avatar here. Every prediction so far is void.',
      'session-end': 'The session ends; the reason says what to do next. The connection closes after it.',
      problem: 'A message that asked for no acknowledgement was refused.',
    },
  },
  '/media': {
    fromClient: {
      joinRoom: 'Enters the SFU’s room of a call; answers who and what is there already.',
      leaveRoom: 'Leaves the room and closes everything made in it.',
      getRouterRtpCapabilities: 'What the router can carry, to load the device with.',
      createWebRtcTransport: 'Makes a transport to send or to receive over.',
      connectWebRtcTransport: 'Gives the transport the client’s DTLS parameters.',
      restartIce: 'New ICE parameters for a transport whose connection was lost.',
      produce: 'Sends a microphone or a camera.',
      startScreenShare: 'Sends a screen, or its sound.',
      pauseProducer: 'Stops a stream for everybody without closing it.',
      resumeProducer: 'Goes on with a paused stream.',
      closeProducer: 'Ends a stream.',
      consume: 'Receives somebody’s stream. It starts paused: resume it once it can be shown.',
      resumeConsumer: 'Lets a received stream flow.',
      pauseConsumer: 'Stops a received stream without closing it.',
      closeConsumer: 'Ends receiving a stream.',
      setPreferredLayers: 'Asks for a resolution and a frame rate of a received picture.',
    },
    fromServer: {
      newProducer: 'Somebody began to send.',
      producerPaused: 'Somebody’s stream is paused.',
      producerResumed: 'Somebody’s stream goes on.',
      producerClosed: 'Somebody’s stream ended.',
      consumerClosed: 'A received stream ended.',
      roomLost: 'The SFU lost the room: everything made in it is gone. Join it again under the same id.',
    },
  },
  '/chat': {
    fromClient: {
      sync: 'After each connection: my rooms, and exactly what I missed in those that I know, or the word to reload.',
      'join-room': 'Opens a room: a public one makes me a member. Its latest messages come back.',
      'leave-room': 'This connection gets nothing more of the room; the membership stays.',
      'send-message':
        'Sends a message; acknowledged when it is stored. A second try with the same `clientId` changes nothing and gets the same answer.',
      'edit-message': 'Changes the words of a message of mine.',
      'delete-message': 'Deletes a message: mine, or as somebody who looks after the room any.',
      react: 'Puts an emoji on a message or takes mine away.',
      pin: 'Pins a message to its room, or takes it down.',
      'read-history': 'A stretch of a room’s messages: the latest, before, after or around a place.',
      'mark-read': 'I have read up to this number.',
      typing: 'I am writing; said again at least every 6 s.',
      'stop-typing': 'I am writing no more.',
    },
    fromServer: {
      'room-events':
        'Entries of a room’s log in their order. With `wire: 1` in the handshake all of them; else all but messages.',
      'receive-message': 'A message, for clients without `wire: 1`.',
      'recent-messages': 'The latest messages of a room that was opened, for clients without `wire: 1`.',
      'room-changed': 'A room is new to me or has changed.',
      'room-gone': 'A room is no longer mine to read: forget what is kept of it.',
      'user-joined': 'Somebody became a member of a room.',
      'user-left': 'Somebody is a member of a room no more.',
      typing: 'Somebody is writing in a room.',
      'stop-typing': 'Somebody is writing no more.',
      'read-state': 'Somebody has read up to this number: others, or I in another window.',
      notice: 'A message for me in particular: it mentions me, answers me or was sent to me alone.',
      'chat-end': 'The chat of this connection ends; the reason says what to do next.',
      'chat-problem': 'A message that asked for no acknowledgement was refused.',
    },
  },
};
