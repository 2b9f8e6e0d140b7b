import type { IncomingMessage, ServerResponse } from 'node:http';
import type * as z from 'zod';
import { chatOperations } from '#lib/protocol/chat/operations.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { ChatPort } from '../chat/ports.ts';
import { httpStatusOf } from '../http/problem.ts';
import { readBody } from '../http/readBody.ts';
import { sendJson, sendProblem } from '../http/send.ts';
import type { Logger } from '../observability/Logger.ts';
import {
  chatRequestSchema,
  commandSchema,
  controlPaths,
  participantsRequestSchema,
  presenceRequestSchema,
} from './controlMessages.ts';
import type { ControlPort } from './ports.ts';
import { isSigned } from './signature.ts';

interface Options {
  control: ControlPort;
  chat: ChatPort;
  secret: string;
  logger: Logger;
  nowMs?: () => number;
}

/** Messages between servers are short. The longest are lists of filtered words: 500 of 60 signs, three bytes for each. */
const maxBodyBytes = 262_144;

const header = (request: IncomingMessage, name: string): string => String(request.headers[name] ?? '');

/** What the text says as JSON; `null`, which no message is, when it is none. */
function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Parses a message with its schema. Throws `RefusedError` `bad_request`. */
function parse<T>(schema: z.ZodType<T>, message: unknown): T {
  const parsed = schema.safeParse(message);
  if (!parsed.success) throw new RefusedError('bad_request', parsed.error.message);
  return parsed.data;
}

/** Asks the chat; what it refuses travels whole. */
async function askChat(chat: ChatPort, message: unknown): Promise<unknown> {
  const { name, actor, input } = parse(chatRequestSchema, message);
  const parsed = chatOperations[name].input.safeParse(input);
  if (!parsed.success) throw new RefusedError('bad_request', parsed.error.message);
  try {
    return { reply: await chat.ask(name, actor, parsed.data) };
  } catch (error) {
    if (error instanceof RefusedError) return { error: error.toWire() };
    throw error;
  }
}

/** What answers each path. */
function answersOf(
  control: ControlPort,
  chat: ChatPort,
): ReadonlyMap<string, (message: unknown) => Promise<unknown>> {
  return new Map<string, (message: unknown) => Promise<unknown>>([
    [
      controlPaths.presence,
      async (message) => {
        const { spaceIds, limit } = parse(presenceRequestSchema, message);
        return control.presence(spaceIds, limit);
      },
    ],
    [
      controlPaths.participants,
      async (message) => control.participants(parse(participantsRequestSchema, message).spaceId),
    ],
    [controlPaths.apply, async (message) => control.apply(parse(commandSchema, message))],
    [controlPaths.chat, (message) => askChat(chat, message)],
  ]);
}

/** Answers signed requests of other servers to `/control/*`. Returns false for other paths, which it leaves alone. */
export function createControlHandler({ control, chat, secret, logger, nowMs = Date.now }: Options) {
  const answers = answersOf(control, chat);

  async function answer(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const body = await readBody(request, maxBodyBytes);
    const timestampMs = Number(header(request, 'x-vicinity-time'));
    const parts = { method: request.method ?? '', path, timestampMs, body };
    if (!isSigned(parts, header(request, 'x-vicinity-signature'), secret, nowMs())) {
      logger.warn({ path }, 'control request without a valid signature');
      sendProblem(response, 401, 'unauthorized', 'The signature is missing, wrong or too old.');
      return;
    }
    const answerOf = request.method === 'POST' ? answers.get(path) : undefined;
    if (answerOf === undefined) {
      sendProblem(response, 404, 'not_found', 'There is no such control request.');
      return;
    }
    sendJson(response, 200, await answerOf(jsonOrNull(body)));
  }
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const path = request.url ?? '/';
    if (!path.startsWith('/control/')) return false;
    answer(request, response, path).catch((error: unknown) => {
      if (error instanceof RefusedError) {
        sendProblem(response, httpStatusOf(error.code), error.code, error.message);
        return;
      }
      logger.error({ error, path }, 'control request failed');
      sendProblem(response, 500, 'internal', 'Something went wrong here.');
    });
    return true;
  };
}
