import type { types } from 'mediasoup-client';
import { appDataSchema } from '#lib/protocol/media.ts';
import type { IceServer } from '#lib/protocol/rest/realtime.ts';
import type { Signaling } from '../../session/Signaling.ts';
import type { ReportProblem } from '../problems.ts';
import { isRequestError } from '../requestErrors.ts';
import type { Scope } from '../Scope.ts';

export interface SfuTransportOptions {
  readonly scope: Scope;
  readonly signaling: Signaling;
  readonly device: types.Device;
  readonly roomId: string;
  readonly direction: 'send' | 'recv';
  readonly iceServers: readonly IceServer[];
  readonly report: ReportProblem;
  readonly onState: (state: types.ConnectionState) => void;
  /** The transport cannot be healed: the joining is over. */
  readonly onLost: (why: string) => void;
}

/** A lost way may come back by itself for so long, in ms. */
const restartAfterMs = 1_000;
/** How long one ICE restart may take, in ms. */
const restartTimeMs = 3_000;
const maxRestarts = 2;

/**
 * Makes a transport at the SFU and here, and heals it: ICE is restarted when the way is lost, twice at most.
 * @throws RequestError when the server refuses or cannot be reached.
 */
export async function openTransport(options: SfuTransportOptions): Promise<types.Transport> {
  const { signaling, device, roomId, direction, scope } = options;
  const reply = await signaling.request('/media', 'createWebRtcTransport', { roomId, direction });
  const parameters: types.TransportOptions = {
    id: reply.id,
    iceParameters: reply.iceParameters as types.IceParameters,
    iceCandidates: reply.iceCandidates as types.IceCandidate[],
    dtlsParameters: reply.dtlsParameters as types.DtlsParameters,
    iceServers: options.iceServers.map((server) => ({ ...server })),
  };
  const transport =
    direction === 'send' ? device.createSendTransport(parameters) : device.createRecvTransport(parameters);
  scope.add(() => transport.close());
  answerConnect(transport, signaling);
  heal(transport, options);
  return transport;
}

function answerConnect(transport: types.Transport, signaling: Signaling): void {
  transport.on('connect', ({ dtlsParameters }, done, failed) => {
    signaling
      .request('/media', 'connectWebRtcTransport', { transportId: transport.id, dtlsParameters })
      .then(() => done(), failed);
  });
  transport.on('produce', ({ kind, rtpParameters, appData: given }, done, failed) => {
    const appData = appDataSchema.parse(given);
    const { source } = appData;
    const isScreen = source === 'screen' || source === 'screen-audio';
    signaling
      .request('/media', isScreen ? 'startScreenShare' : 'produce', {
        transportId: transport.id,
        kind,
        rtpParameters,
        appData,
      })
      .then(done, failed);
  });
}

function heal(transport: types.Transport, options: SfuTransportOptions): void {
  const { scope, onState, onLost } = options;
  let restarts = 0;
  let cancelNext: () => void = () => undefined;

  const restartLater = (delayMs: number) => {
    cancelNext();
    cancelNext = scope.after(delayMs, () => {
      if (restarts >= maxRestarts) {
        onLost(`the ${options.direction} transport did not come back`);
        return;
      }
      restarts += 1;
      restart(transport, options).then(
        () => restartLater(restartTimeMs),
        (error: unknown) => {
          if (isRequestError(error, 'not_found')) {
            onLost('the SFU does not know the transport');
            return;
          }
          // Nothing was tried while the signaling was away.
          if (isRequestError(error, 'offline')) restarts -= 1;
          restartLater(restartTimeMs);
        },
      );
    });
  };

  transport.on('connectionstatechange', (state) => {
    if (scope.isClosed) return;
    if (state === 'connected') {
      restarts = 0;
      cancelNext();
    }
    if (state === 'disconnected') restartLater(restartAfterMs);
    if (state === 'failed') restartLater(0);
    onState(state);
  });
}

async function restart(transport: types.Transport, { signaling, scope }: SfuTransportOptions): Promise<void> {
  const reply = await signaling.request('/media', 'restartIce', { transportId: transport.id });
  if (scope.isClosed) return;
  await transport.restartIce({ iceParameters: reply.iceParameters as types.IceParameters });
}
