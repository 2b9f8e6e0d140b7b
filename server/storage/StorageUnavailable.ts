const brand = Symbol.for('vicinity.StorageUnavailable');

/**
 * The place of the files cannot be reached, or is full. The message is for the operator. Known across copies of this
 * module by a mark, because Next bundles one of its own.
 */
export class StorageUnavailable extends Error {
  static override [Symbol.hasInstance](value: unknown): value is StorageUnavailable {
    return value instanceof Error && brand in value;
  }

  readonly [brand] = true;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StorageUnavailable';
  }
}
