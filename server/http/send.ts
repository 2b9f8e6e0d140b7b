import type { ServerResponse } from 'node:http';
import type { ErrorCode } from '#lib/protocol/errors.ts';
import { problemOf } from './problem.ts';

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  type = 'application/json',
): void {
  if (response.headersSent || response.destroyed) return;
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(text);
}

/** Answers with an RFC 9457 problem document. */
export function sendProblem(response: ServerResponse, status: number, code: ErrorCode, detail: string): void {
  sendJson(response, status, problemOf(status, code, detail), 'application/problem+json');
}
