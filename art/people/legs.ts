import type { Palette, Tones } from '../palette.ts';
import { line, rect, round } from '../svg.ts';
import { skinOf } from './arms.ts';
import type { Look } from './look.ts';

/** How a stride stands: which leg is in front, or which foot is lifted in passing. */
export interface Stride {
  /** 1: the right leg is forward, -1: the left, 0: both under the body. */
  readonly forward: -1 | 0 | 1;
  /** The foot in the air while it passes the other: 1 right, -1 left, 0 none. */
  readonly lifted: -1 | 0 | 1;
}

export const STANDING: Stride = { forward: 0, lifted: 0 };

const HIP_Y = -13;

interface LegCloth {
  readonly leg: Pick<Tones, 'base' | 'shade'>;
  readonly shoe: Tones;
}

function legCloth(c: Palette, look: Look): LegCloth {
  const leg = look.wear === 'dress' ? skinOf(c, look) : c.cloths[look.legs];
  return { leg, shoe: c.cloths[look.shoes] };
}

function legFromTheFront({ leg, shoe }: LegCloth, side: -1 | 1, reach: number, shaded: boolean): string {
  const x = 3.5 * side;
  const footX = 3.7 * side;
  return (
    rect(x - 2.7, HIP_Y, 5.4, 11 + reach * 0.8, shaded ? leg.shade : leg.base, 1.4) +
    rect(footX - 3.1, reach - 3.6, 6.2, 4.4, shoe.base, 2.1) +
    rect(footX - 3.1, reach - 0.4, 6.2, 1.2, shoe.shade, 0.6)
  );
}

/** How far a foot comes towards the viewer (positive) or goes back. */
function reachOf(side: -1 | 1, { forward, lifted }: Stride): number {
  if (forward === side) return 1.6;
  if (forward !== 0) return -2.6;
  return lifted === side ? -1.8 : 0;
}

/** Legs from the front or from behind. The ground is at y 0. */
export function legsFromTheFront(c: Palette, look: Look, stride: Stride): string {
  const cloth = legCloth(c, look);
  const left = reachOf(-1, stride);
  const right = reachOf(1, stride);
  const leftLeg = legFromTheFront(cloth, -1, left, left < 0);
  const rightLeg = legFromTheFront(cloth, 1, right, right <= 0 && left >= right);
  return left < right ? leftLeg + rightLeg : rightLeg + leftLeg;
}

interface LegInProfile {
  readonly hipX: number;
  readonly kneeX: number;
  readonly footX: number;
  readonly footY: number;
  /** Degrees the shoe is turned, heel up is positive. */
  readonly tilt: number;
}

function legInProfile(leg: LegInProfile, colour: string, shoe: string): string {
  const { hipX, kneeX, footX, footY, tilt } = leg;
  const ankleY = footY - 3;
  const limb = `M${round(hipX)} -12Q${round(kneeX)} -7 ${round(footX)} ${round(ankleY)}`;
  const sole = `<g transform="rotate(${round(tilt)} ${round(footX)} ${round(footY)})">${rect(footX - 2.4, footY - 3.5, 7.6, 4.4, shoe, 2.1)}</g>`;
  return line(limb, colour, 5.3) + sole;
}

function profilePose(position: 'front' | 'back' | 'under' | 'passing', hipX: number): LegInProfile {
  switch (position) {
    case 'front':
      return { hipX, kneeX: 3.4, footX: 4.6, footY: 0, tilt: -6 };
    case 'back':
      return { hipX, kneeX: -0.6, footX: -5, footY: -0.8, tilt: 22 };
    case 'under':
      return { hipX, kneeX: hipX + 0.3, footX: hipX - 0.3, footY: 0, tilt: 0 };
    case 'passing':
      return { hipX, kneeX: 3.8, footX: -0.6, footY: -3, tilt: 16 };
  }
}

function positionOf(side: -1 | 1, { forward, lifted }: Stride): 'front' | 'back' | 'under' | 'passing' {
  if (forward === side) return 'front';
  if (forward !== 0) return 'back';
  return lifted === side ? 'passing' : 'under';
}

/** Legs in profile, looking right. The right leg is the nearer one. */
export function legsInProfile(c: Palette, look: Look, stride: Stride): string {
  const { leg, shoe } = legCloth(c, look);
  const far = legInProfile(profilePose(positionOf(-1, stride), -0.5), leg.shade, shoe.shade);
  const near = legInProfile(profilePose(positionOf(1, stride), 0.6), leg.base, shoe.base);
  return far + near;
}

/** Legs of somebody on a sofa, seen from the front. */
export function legsOnSofa(c: Palette, look: Look): string {
  const { leg, shoe } = legCloth(c, look);
  return (
    rect(-7.2, -11.4, 6.6, 13, leg.base, 2.6) +
    rect(0.6, -11.4, 6.6, 13, leg.shade, 2.6) +
    rect(-7.6, 0.2, 7, 4.6, shoe.base, 2.2) +
    rect(0.7, 0.2, 7, 4.6, shoe.base, 2.2)
  );
}
