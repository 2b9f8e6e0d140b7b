'use client';

import { useState } from 'react';
import { createRestClient } from '#lib/client/rest/createRestClient.ts';
import { RestError } from '#lib/client/rest/RestError.ts';
import { usernameSchema } from '#lib/protocol/common.ts';
import { rememberName } from './rememberedName.ts';

export type EntranceState =
  | { readonly kind: 'outside' }
  | { readonly kind: 'name_missing' }
  | { readonly kind: 'name_refused' }
  | { readonly kind: 'entering' }
  | { readonly kind: 'failed'; readonly reason: 'offline' | 'busy' | 'other' };

export interface Entrance {
  readonly state: EntranceState;
  /** Takes the name and lets its owner in: a newcomer as a guest, a guest under the name as now written. */
  enter(name: string): void;
  /** Lets somebody with an account in: the server knows them, and their name is their own. */
  enterAs(name: string): void;
}

/** The way from the door into the space. `onEntered` runs once the server knows who comes. */
export function useEntrance(onEntered: (name: string) => void): Entrance {
  const [state, setState] = useState<EntranceState>({ kind: 'outside' });

  async function identify(name: string): Promise<void> {
    setState({ kind: 'entering' });
    try {
      await createRestClient().enterAsGuest(name);
      rememberName(name);
      onEntered(name);
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      setState(failureOf(error));
    }
  }

  return {
    state,
    enter(written) {
      const name = usernameSchema.safeParse(written);
      if (name.success) void identify(name.data);
      else setState({ kind: written.trim() === '' ? 'name_missing' : 'name_refused' });
    },
    enterAs(name) {
      setState({ kind: 'entering' });
      onEntered(name);
    },
  };
}

function failureOf(error: RestError): EntranceState {
  if (error.code === 'offline' || error.code === 'timeout') return { kind: 'failed', reason: 'offline' };
  if (error.code === 'rate_limited') return { kind: 'failed', reason: 'busy' };
  if (error.code === 'bad_request') return { kind: 'name_refused' };
  return { kind: 'failed', reason: 'other' };
}
