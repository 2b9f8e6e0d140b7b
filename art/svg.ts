/* Builders of SVG text. Lengths are map units: 32 to a tile. They know nothing of what they draw. */

export interface Extra {
  readonly opacity?: number;
  readonly transform?: string;
  readonly fillRule?: 'evenodd';
}

/** Two decimals are finer than a pixel at four times the size, and keep files small. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function attributes({ opacity, transform, fillRule }: Extra): string {
  const parts = [
    opacity === undefined ? '' : ` opacity="${round(opacity)}"`,
    transform === undefined ? '' : ` transform="${transform}"`,
    fillRule === undefined ? '' : ` fill-rule="${fillRule}"`,
  ];
  return parts.join('');
}

/** A rectangle, its corners rounded by `radius` at most. */
export function rect(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  radius = 0,
  extra: Extra = {},
): string {
  const corner = Math.min(radius, width / 2, height / 2);
  const rx = corner > 0 ? ` rx="${round(corner)}"` : '';
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"${rx} fill="${fill}"${attributes(extra)}/>`;
}

/** An ellipse around (`x`, `y`). */
export function oval(x: number, y: number, rx: number, ry: number, fill: string, extra: Extra = {}): string {
  return `<ellipse cx="${round(x)}" cy="${round(y)}" rx="${round(rx)}" ry="${round(ry)}" fill="${fill}"${attributes(extra)}/>`;
}

/** A disc around (`x`, `y`). */
export function disc(x: number, y: number, radius: number, fill: string, extra: Extra = {}): string {
  return oval(x, y, radius, radius, fill, extra);
}

/** A filled path. */
export function shape(d: string, fill: string, extra: Extra = {}): string {
  return `<path d="${d}" fill="${fill}"${attributes(extra)}/>`;
}

/** A line; `svgFile` gives all lines round ends. */
export function line(d: string, colour: string, width = 1, extra: Extra = {}): string {
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${round(width)}"${attributes(extra)}/>`;
}

/** The outline of a circle. */
export function circleLine(
  x: number,
  y: number,
  radius: number,
  colour: string,
  width: number,
  extra: Extra = {},
): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="none" stroke="${colour}" stroke-width="${round(width)}"${attributes(extra)}/>`;
}

/** The outline of a rectangle. */
export function rectLine(
  x: number,
  y: number,
  width: number,
  height: number,
  colour: string,
  lineWidth: number,
  extra: Extra = {},
): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="3" fill="none" stroke="${colour}" stroke-width="${round(lineWidth)}"${attributes(extra)}/>`;
}

/** `inner`, moved. */
export function move(x: number, y: number, inner: string): string {
  return `<g transform="translate(${round(x)} ${round(y)})">${inner}</g>`;
}

/** `inner`, scaled around the origin. */
export function scale(factor: number, inner: string): string {
  return `<g transform="scale(${round(factor)})">${inner}</g>`;
}

/** `inner`, mirrored left to right around x = 0. */
export function mirror(inner: string): string {
  return `<g transform="scale(-1 1)">${inner}</g>`;
}

/** `inner`, turned clockwise by `degrees` around (`x`, `y`), as a transform. */
export function turned(degrees: number, x: number, y: number): Extra {
  return { transform: `rotate(${round(degrees)} ${round(x)} ${round(y)})` };
}

/** `inner`, cut off outside a rectangle. */
export function clip(x: number, y: number, width: number, height: number, inner: string): string {
  const box = `${round(x)} ${round(y)} ${round(width)} ${round(height)}`;
  return `<svg x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" viewBox="${box}">${inner}</svg>`;
}

/** A whole file showing a rectangle of the drawing, `scaleFactor` pixels a unit. */
export function svgFile(
  view: { x: number; y: number; width: number; height: number },
  inner: string,
  scaleFactor = 1,
): string {
  const { x, y, width, height } = view;
  const size = `width="${width * scaleFactor}" height="${height * scaleFactor}" viewBox="${x} ${y} ${width} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} stroke-linecap="round" stroke-linejoin="round">${inner}</svg>`;
}

/** Numbers from 0 to 1, the same ones for the same seed (xorshift32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4294967296;
  };
}

/** One of `choices`, by a number from 0 to 1. */
export function pick<Choice>(choices: readonly [Choice, ...Choice[]], value: number): Choice {
  const index = Math.min(choices.length - 1, Math.floor(value * choices.length));
  return choices[index] ?? choices[0];
}

/** One of `choices`, counting around. */
export function cycle<Choice>(choices: readonly [Choice, ...Choice[]], index: number): Choice {
  return choices[index % choices.length] ?? choices[0];
}
