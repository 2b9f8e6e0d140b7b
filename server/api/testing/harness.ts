import type { OperationId } from '#lib/protocol/rest/catalogue.ts';
import { type AnyOperation, createApi } from '../createApi.ts';
import { createTestServices } from './testServices.ts';

export type Fakes = Partial<Record<OperationId, AnyOperation>>;

/** An API whose named operations are the test's own; the others must not be reached. */
export function harness(fakes: Fakes, overrides: Parameters<typeof createTestServices>[0] = {}) {
  const test = createTestServices(overrides);
  const missing = () => Promise.reject(new Error('this operation is not part of the test'));
  const api = createApi(test.services, (id) => fakes[id] ?? missing);
  const ask = (method: string, path: string, headers: Record<string, string> = {}, body?: BodyInit) =>
    api.handle(
      new Request(`http://here/api/v1${path}`, { method, headers, ...(body === undefined ? {} : { body }) }),
    );
  return { ...test, ask, handle: (request: Request) => api.handle(request) };
}

export const json = { 'content-type': 'application/json' };
/** An operation that only answers. */
export const done = () => Promise.resolve({ reply: {} });
