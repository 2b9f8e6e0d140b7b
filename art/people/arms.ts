import type { Palette, SkinTones } from '../palette.ts';
import { disc, line, round } from '../svg.ts';
import { hasShortSleeves, type Look } from './look.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** An arm as a curve from the shoulder past the elbow to the wrist, and the hand. */
export interface Arm {
  readonly shoulder: Point;
  readonly elbow: Point;
  readonly wrist: Point;
  readonly hand: Point;
}

/** The skin of a look in a palette. */
export function skinOf(c: Palette, look: Look): SkinTones {
  const skin = c.skins[look.skin];
  if (skin === undefined) throw new Error(`No skin tone ${look.skin}`);
  return skin;
}

/** An arm; the one away from the light is `shaded`. */
export function drawArm(c: Palette, look: Look, arm: Arm, shaded: boolean): string {
  const { shoulder, elbow, wrist, hand } = arm;
  const sleeve = c.cloths[look.wear === 'vest' ? look.under : look.top];
  const skin = skinOf(c, look);
  const cloth = shaded ? sleeve.shade : sleeve.base;
  const flesh = shaded ? skin.shade : skin.base;
  const start = `M${round(shoulder.x)} ${round(shoulder.y)}`;
  const curve = `${start}Q${round(elbow.x)} ${round(elbow.y)} ${round(wrist.x)} ${round(wrist.y)}`;
  const palm = disc(hand.x, hand.y, 2.3, flesh);
  if (!hasShortSleeves(look.wear)) return palm + line(curve, cloth, 4.8);
  const hemX = round(shoulder.x + (elbow.x - shoulder.x) * 0.55);
  const hemY = round(shoulder.y + (elbow.y - shoulder.y) * 0.55);
  return line(curve, flesh, 4) + palm + line(`${start}L${hemX} ${hemY}`, cloth, 5.2);
}

/** An arm that hangs at a side (-1 west, 1 east), raised by `lift` when it swings towards the viewer. */
export function hangingArm(side: -1 | 1, lift: number): Arm {
  return {
    shoulder: { x: 7.7 * side, y: 3.2 },
    elbow: { x: 10 * side, y: 8.6 },
    wrist: { x: 9.4 * side, y: 14 - lift },
    hand: { x: 9.4 * side, y: 15.6 - lift },
  };
}

/** An arm in profile, turned at the shoulder by `degrees` (forward is positive) and bent at the elbow as it goes. */
export function swingingArm(shoulderX: number, degrees: number): Arm {
  const angle = (degrees * Math.PI) / 180;
  const bend = (Math.abs(degrees) * 0.55 + 6) * (Math.PI / 180);
  const shoulder = { x: shoulderX, y: 2.6 };
  const upper = 6.4;
  const fore = 6.2;
  const elbow = { x: shoulder.x + Math.sin(angle) * upper, y: shoulder.y + Math.cos(angle) * upper };
  const forearm = angle + bend;
  const wrist = { x: elbow.x + Math.sin(forearm) * fore, y: elbow.y + Math.cos(forearm) * fore };
  const hand = { x: wrist.x + Math.sin(forearm) * 1.5, y: wrist.y + Math.cos(forearm) * 1.5 };
  return { shoulder, elbow, wrist, hand };
}

/** An arm raised beside the head. */
export function wavingArm(view: 'front' | 'profile'): Arm {
  return view === 'front'
    ? {
        shoulder: { x: 7.7, y: 3.2 },
        elbow: { x: 13, y: 2 },
        wrist: { x: 12.6, y: -5 },
        hand: { x: 12.6, y: -7.4 },
      }
    : {
        shoulder: { x: 0.4, y: 2.6 },
        elbow: { x: 6.4, y: 2.4 },
        wrist: { x: 9.2, y: -4.4 },
        hand: { x: 9.8, y: -6.6 },
      };
}

/** An arm whose hand rests in the lap. */
export function restingArm(side: -1 | 1): Arm {
  return {
    shoulder: { x: 8 * side, y: 3.4 },
    elbow: { x: 10.4 * side, y: 9 },
    wrist: { x: 6.4 * side, y: 12.4 },
    hand: { x: 5.4 * side, y: 13.4 },
  };
}
