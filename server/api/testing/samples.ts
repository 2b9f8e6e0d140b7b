import type { Account, RunningApi } from '#server/testing/RunningApi.ts';

/** Who is around while the operations are tried. */
export interface World {
  readonly api: RunningApi;
  readonly operator: Account;
  readonly owner: Account;
  readonly member: Account;
  readonly guest: Account;
  /** A space of the owner with the member in it. */
  readonly spaceId: string;
  newSpace(): Promise<string>;
  tagOf(path: string, cookie: string): Promise<string>;
}

/** How an operation is asked for so that it succeeds. */
export interface Sample {
  readonly as?: Account;
  /** Of the path, encoded where they need to be. */
  readonly params?: Record<string, string>;
  readonly query?: string;
  readonly body?: unknown;
  /** Sent as it is, instead of `body`. */
  readonly raw?: string;
  readonly headers?: Record<string, string>;
}
