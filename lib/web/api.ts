import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import type { OperationId, RestCatalogue } from '#lib/protocol/rest/catalogue.ts';
import type { ReplyOf } from '#lib/protocol/rest/define.ts';
import { callerOf } from '#server/api/caller.ts';
import { type Api, type CallInput, createApi } from '#server/api/createApi.ts';
import type { Caller, HttpContext } from '#server/api/define.ts';
import { httpContextOf } from '#server/api/http.ts';
import { operations } from '#server/api/operations.ts';
import type { WebServices } from '#server/services.ts';
import { services } from './services.ts';

const apis = new WeakMap<WebServices, Api>();

/** The API over these services; one each. */
export function apiOver(found: WebServices): Api {
  const present = apis.get(found);
  if (present !== undefined) return present;
  const made = createApi(found, (id) => operations[id]);
  apis.set(found, made);
  return made;
}

/** The request behind a page, as far as rights go: its headers and cookies, no body. */
async function pageRequest(): Promise<Request> {
  const [given, jar] = await Promise.all([headers(), cookies()]);
  const passed = new Headers(given);
  passed.set('cookie', jar.toString());
  // A page is shown to whoever the browser's cookie names; a token in a header opens no pages.
  passed.delete('authorization');
  return new Request('http://localhost/', { headers: passed });
}

interface Visitor {
  readonly caller: Caller;
  readonly http: HttpContext;
}

/** The visitor of this request; several parts of one page ask, and the database is asked once. */
const visitor = cache(async (found: WebServices): Promise<Visitor> => {
  const request = await pageRequest();
  const http = httpContextOf(request, found);
  return { caller: await callerOf(request, found, http.now), http };
});

/**
 * Runs a reading operation for a server component, with the visitor's rights and the same parsing as over HTTP. Throws
 * `RefusedError` as the route would refuse, and `StorageError` when the database cannot be reached.
 */
export async function callApi<Id extends OperationId>(
  id: Id,
  input: CallInput<Id> = {},
): Promise<{ readonly reply: ReplyOf<RestCatalogue[Id]>; readonly version: number | undefined }> {
  const found = await services();
  const { caller, http } = await visitor(found);
  const { reply, version } = await apiOver(found).call(id, input, caller, http);
  return { reply, version };
}
