import type { types } from 'mediasoup';
import * as z from 'zod/mini';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { JsonObject } from './MediaPort.ts';

/*
 * What a browser may hand to mediasoup. mediasoup checks most of it itself, but it writes the rest into a binary
 * request that all requests of a worker share: a value of a wrong type halfway would spoil that buffer for every call
 * on the worker. So types and sizes are made certain here; fields not named are left out.
 */

const text = (maxLength: number) => z.string().check(z.maxLength(maxLength));
const wholeUpTo = (maximum: number) => z.int().check(z.minimum(0), z.maximum(maximum));
const uint32 = wholeUpTo(0xffff_ffff);
const payloadType = wholeUpTo(127);
const manyOf = <T extends z.ZodMiniType>(item: T, maxLength: number) =>
  z.array(item).check(z.maxLength(maxLength));

const codecParameters = z.record(text(64), z.union([text(1_000), z.int(), z.boolean()]));
const rtcpFeedback = z.object({ type: text(64), parameter: z.optional(text(64)) });
const headerDirection = z.enum(['sendrecv', 'sendonly', 'recvonly', 'inactive']);
const channels = z.optional(z.int().check(z.minimum(1), z.maximum(255)));

const rtpParametersSchema = z.object({
  mid: z.optional(text(64)),
  codecs: manyOf(
    z.object({
      mimeType: text(64),
      payloadType,
      clockRate: uint32,
      channels,
      parameters: z.optional(codecParameters),
      rtcpFeedback: z.optional(manyOf(rtcpFeedback, 32)),
    }),
    32,
  ),
  headerExtensions: z.optional(
    manyOf(
      z.object({
        uri: text(256),
        id: wholeUpTo(255),
        encrypt: z.optional(z.boolean()),
        parameters: z.optional(codecParameters),
      }),
      32,
    ),
  ),
  encodings: z.optional(
    manyOf(
      z.object({
        ssrc: z.optional(uint32),
        rid: z.optional(text(16)),
        codecPayloadType: z.optional(payloadType),
        rtx: z.optional(z.object({ ssrc: uint32 })),
        dtx: z.optional(z.boolean()),
        scalabilityMode: z.optional(text(32)),
        maxBitrate: z.optional(uint32),
      }),
      8,
    ),
  ),
  rtcp: z.optional(z.object({ cname: z.optional(text(256)), reducedSize: z.optional(z.boolean()) })),
  msid: z.optional(text(256)),
});

const rtpCapabilitiesSchema = z.object({
  codecs: manyOf(
    z.object({
      kind: z.enum(['audio', 'video']),
      mimeType: text(64),
      preferredPayloadType: payloadType,
      clockRate: uint32,
      channels,
      parameters: z.optional(codecParameters),
      rtcpFeedback: z.optional(manyOf(rtcpFeedback, 32)),
    }),
    128,
  ),
  headerExtensions: z.optional(
    manyOf(
      z.object({
        kind: z.enum(['audio', 'video']),
        uri: text(256),
        preferredId: wholeUpTo(255),
        preferredEncrypt: z.optional(z.boolean()),
        direction: z.optional(headerDirection),
      }),
      64,
    ),
  ),
});

const dtlsParametersSchema = z.object({
  role: z.optional(z.enum(['auto', 'client', 'server'])),
  fingerprints: manyOf(
    z.object({
      algorithm: z.enum(['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512']),
      value: z.string().check(z.regex(/^[0-9a-f]{2}(:[0-9a-f]{2}){19,63}$/i)),
    }),
    8,
  ).check(z.minLength(1)),
});

/** What a browser sends, in mediasoup's types. @throws RefusedError `bad_request` */
export function rtpParametersOf(value: JsonObject): types.RtpParameters {
  return shaped(rtpParametersSchema, value, 'rtpParameters') as types.RtpParameters;
}

/** What a browser can receive, in mediasoup's types. @throws RefusedError `bad_request` */
export function rtpCapabilitiesOf(value: JsonObject): types.RtpCapabilities {
  return shaped(rtpCapabilitiesSchema, value, 'rtpCapabilities') as types.RtpCapabilities;
}

/** The browser's end of the DTLS handshake. @throws RefusedError `bad_request` */
export function dtlsParametersOf(value: JsonObject): types.DtlsParameters {
  return shaped(dtlsParametersSchema, value, 'dtlsParameters');
}

function shaped<T extends z.ZodMiniType>(schema: T, value: JsonObject, name: string): z.infer<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = [name, ...(issue?.path ?? [])].map(String).join('.');
  throw new RefusedError('bad_request', issue?.message ?? `malformed ${name}`, path);
}
