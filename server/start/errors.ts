import { ConfigError } from '../config.ts';
import { ListenError } from '../http/listen.ts';
import { StorageError } from '../persistence/StorageError.ts';

/** The sentence for whoever starts the server, when the failure is one they can do something about. */
export function sentenceOf(error: unknown): string | null {
  const isExpected =
    error instanceof ConfigError || error instanceof ListenError || error instanceof StorageError;
  return isExpected ? error.message : null;
}
