import type { Direction } from './direction.ts';

type Side = 'left' | 'right' | 'up' | 'down';

/** Walking keys by their place on the keyboard, so that WASD works on any layout. */
const sides: Readonly<Record<string, Side>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  KeyA: 'left',
  KeyD: 'right',
  KeyW: 'up',
  KeyS: 'down',
};

export function isWalkingKey(code: string): boolean {
  return Object.hasOwn(sides, code);
}

/** The direction of the keys held, in the order they were pressed: of two opposite keys the later one counts. */
export function directionOfKeys(codes: Iterable<string>): Direction {
  let dx: Direction['dx'] = 0;
  let dy: Direction['dy'] = 0;
  for (const code of codes) {
    const side = sides[code];
    if (side === 'left') dx = -1;
    if (side === 'right') dx = 1;
    if (side === 'up') dy = -1;
    if (side === 'down') dy = 1;
  }
  return { dx, dy };
}
