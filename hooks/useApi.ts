'use client';

import { type ApiClient, createApiClient } from '#lib/client/rest/createApiClient.ts';

let shared: ApiClient | null = null;

/** The typed client of the REST API. It keeps no state, so one serves every component. */
export function useApi(): ApiClient {
  shared ??= createApiClient();
  return shared;
}
