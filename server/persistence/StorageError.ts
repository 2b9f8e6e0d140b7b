import { isErrno } from '../errno.ts';

const brand = Symbol.for('vicinity.StorageError');

/**
 * The database cannot be used. The message is one sentence for whoever starts the server. Known across copies of this
 * module by a mark, because Next bundles one of its own.
 */
export class StorageError extends Error {
  static override [Symbol.hasInstance](value: unknown): value is StorageError {
    return value instanceof Error && brand in value;
  }

  readonly [brand] = true;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StorageError';
  }
}

const sentences: Record<string, (dataDir: string) => string> = {
  ENOSPC: (dataDir) =>
    `The disk of ${dataDir} is full: free some space, or name another folder by VICINITY_DATA_DIR.`,
  EDQUOT: (dataDir) =>
    `The disk quota for ${dataDir} is used up: free some space, or name another folder by VICINITY_DATA_DIR.`,
  EACCES: (dataDir) =>
    `${dataDir} may not be written by this user: change its owner, or name another folder by VICINITY_DATA_DIR.`,
  EPERM: (dataDir) =>
    `${dataDir} may not be written by this user: change its owner, or name another folder by VICINITY_DATA_DIR.`,
  EROFS: (dataDir) => `${dataDir} lies on a read-only disk: name another folder by VICINITY_DATA_DIR.`,
  ENOTDIR: (dataDir) => `${dataDir} is not a folder: name another one by VICINITY_DATA_DIR.`,
};

/** Turns an error of the file system into a sentence that says what to do; anything else is returned as it is. */
export function explainStorage(error: unknown, dataDir: string): unknown {
  for (const [code, sentence] of Object.entries(sentences)) {
    if (isErrno(error, code)) return new StorageError(sentence(dataDir), { cause: error });
  }
  // PGlite reports what its emulated file system refuses by message only.
  if (error instanceof Error && /no space left on device/i.test(error.message)) {
    return new StorageError(sentences.ENOSPC?.(dataDir) ?? error.message, { cause: error });
  }
  return error;
}
