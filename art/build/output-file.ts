/** A file below `public/`. */
export interface OutputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}
