import { randomBytes } from 'node:crypto';
import { argon2id, hash, verify } from 'argon2';
import { RefusedError } from '#lib/protocol/errors.ts';
import { createTurns } from '../turns.ts';

/**
 * Argon2id with 19 MiB, two passes and one lane: the least that OWASP's Password Storage Cheat Sheet names, so that a
 * small machine carries it too.
 */
const parameters = { type: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

interface Limits {
  /** Hashes worked on at once; each takes a thread of the pool and 19 MiB. */
  atOnce: number;
  /** Most that may wait for their turn. */
  waitingMost: number;
}

const defaultLimits: Limits = { atOnce: 2, waitingMost: 48 };

/** One form of each letter, however a keyboard composes it (NIST SP 800-63B §5.1.1.2). */
const inOneForm = (password: string): string => password.normalize('NFKC');

/** Hashes passwords and checks them. Throws `RefusedError` (`rate_limited`) while too many wait already. */
export interface PasswordHasher {
  /** Argon2id in PHC format, with a salt of its own. */
  hash(password: string): Promise<string>;
  /** Whether the password is the one behind the hash. For `null` it does the same work and says no. */
  verify(passwordHash: string | null, password: string): Promise<boolean>;
}

const tooMany = (): RefusedError =>
  new RefusedError('rate_limited', 'Too many passwords are being checked; try again in a moment.');

/** Makes the one hasher of a process. */
export function createPasswordHasher(limits: Limits = defaultLimits): PasswordHasher {
  const inTurn = createTurns(limits, tooMany);
  // Nobody's password, for those who have none: checking against it costs what checking a real one costs.
  let nobodys: Promise<string> | undefined;
  const hashOfNobody = (): Promise<string> => {
    nobodys ??= hash(randomBytes(32), parameters);
    return nobodys;
  };
  return {
    hash: (password) => inTurn(() => hash(inOneForm(password), parameters)),
    verify: (passwordHash, password) =>
      inTurn(async () => {
        const isRight = await verify(passwordHash ?? (await hashOfNobody()), inOneForm(password));
        return isRight && passwordHash !== null;
      }),
  };
}
