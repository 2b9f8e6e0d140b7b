import type { IceServer } from '#lib/protocol/rest/realtime.ts';
import type { Signaling } from '../session/Signaling.ts';
import type { OpenPaths } from './PathSet.ts';
import { PeerPath } from './peer/PeerPath.ts';
import type { ReportProblem } from './problems.ts';
import { loadDevice } from './sfu/loadDevice.ts';
import { SfuPath } from './sfu/SfuPath.ts';

export interface BrowserPathsOptions {
  readonly signaling: Signaling;
  readonly selfSessionId: string;
  /** Asked anew for each path: TURN passwords expire. */
  readonly iceServers: () => readonly IceServer[];
  readonly report: ReportProblem;
}

/** The browser's paths: `RTCPeerConnection` between two, mediasoup-client through the SFU. */
export function openBrowserPaths({
  signaling,
  selfSessionId,
  iceServers,
  report,
}: BrowserPathsOptions): OpenPaths {
  return {
    peer: (scope, { callId, epoch, remoteSessionId }) =>
      new PeerPath({
        scope,
        epoch,
        selfSessionId,
        remoteSessionId,
        iceServers: iceServers(),
        report,
        send: (data) =>
          signaling.request('/space', 'video-call-signaling', { callId, epoch, to: remoteSessionId, data }),
      }),
    sfu: (scope, { callId }) =>
      new SfuPath({ scope, roomId: callId, signaling, iceServers: iceServers(), loadDevice, report }),
  };
}
