/** A file as it is read back. */
export interface StoredBytes {
  /** Of the whole file. */
  readonly sizeBytes: number;
  /** The bytes asked for. Ends with an error when the file is cut off. */
  readonly stream: ReadableStream<Uint8Array>;
}

/**
 * Where files are kept. Names are the SHA-256 of the content in hex, so the same file is kept once, and no name can
 * reach out of the folder. Throws `StorageUnavailable` when the place cannot be reached or is full.
 */
export interface StoragePort {
  /** Keeps a file. One that is there already is left as it is. It is whole, or not there. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** `null`: there is none. `range` counts in bytes, both ends included, and lies within the file. */
  get(key: string, range?: { start: number; end: number }): Promise<StoredBytes | null>;
  /** Idempotent. */
  remove(key: string): Promise<void>;
}
