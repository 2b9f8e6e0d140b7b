/** One picture in both lightings, with its shape in px. */
export interface PicturePair {
  readonly light: string;
  readonly dark: string;
  readonly width: number;
  readonly height: number;
}
