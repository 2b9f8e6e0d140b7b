import type { Palette } from '../palette.ts';
import { ovalShadow } from '../piece.ts';
import { mirror, move, rect, scale } from '../svg.ts';
import { drawArm, hangingArm, restingArm, skinOf, swingingArm, wavingArm } from './arms.ts';
import { hairOf } from './hair/index.ts';
import { head } from './head.ts';
import { legsFromTheFront, legsInProfile, legsOnSofa, STANDING, type Stride } from './legs.ts';
import { fallsBehind, type Look, type Mood, type View } from './look.ts';
import { torso } from './torso.ts';

/** Poses of the sprite sheet. A stride is walk1 to walk4: contact, passing, contact, passing. */
export const SPRITE_POSES = ['stand', 'walk1', 'walk2', 'walk3', 'walk4', 'wave'] as const;
export type SpritePose = (typeof SPRITE_POSES)[number];
/** Poses of still pictures as well: at a desk, on a sofa. */
export type Pose = SpritePose | 'sit' | 'sofa';

export interface Stance {
  readonly view: View | 'left';
  readonly pose?: Pose;
  readonly mood?: Mood;
}

const STRIDES: Partial<Record<Pose, Stride>> = {
  walk1: { forward: 1, lifted: 0 },
  walk2: { forward: 0, lifted: -1 },
  walk3: { forward: -1, lifted: 0 },
  walk4: { forward: 0, lifted: 1 },
};
/** How far an arm swings at the height of a stride, in degrees. */
const ARM_SWING = 30;
const NECK_Y = -30;
const HEAD_ABOVE_NECK = -8.6;
/** Heads are a little larger than life: faces must read from afar. */
const HEAD_SCALE = 1.06;

function neckDrop(pose: Pose, stride: Stride): number {
  if (pose === 'sit') return 9;
  if (pose === 'sofa') return 7;
  if (stride.forward !== 0) return 0.5;
  return stride.lifted !== 0 ? -0.6 : 0;
}

function upperBodyInProfile(c: Palette, look: Look, pose: Pose, stride: Stride): string {
  const swing = pose === 'sit' ? 40 : stride.forward * ARM_SWING;
  const near = pose === 'wave' ? wavingArm('profile') : swingingArm(-0.6, pose === 'sit' ? swing : -swing);
  return (
    drawArm(c, look, swingingArm(0.8, swing), true) +
    rect(-2.2, -3.6, 5, 6, skinOf(c, look).shade, 2) +
    torso(c, look, 'right') +
    drawArm(c, look, near, false)
  );
}

function upperBodyFromTheFront(
  c: Palette,
  look: Look,
  view: 'down' | 'up',
  pose: Pose,
  stride: Stride,
): string {
  const seated = (pose === 'sit' || pose === 'sofa') && view === 'down';
  const swing = stride.forward * 2.6;
  const left = seated ? restingArm(-1) : hangingArm(-1, swing);
  const right = seated ? restingArm(1) : pose === 'wave' ? wavingArm('front') : hangingArm(1, -swing);
  const arms = drawArm(c, look, left, false) + drawArm(c, look, right, true);
  const neck = rect(-2.5, -4, 5, 6.4, skinOf(c, look).shade, 2);
  return (seated ? '' : arms) + neck + torso(c, look, view) + (seated ? arms : '');
}

function hairBehindShoulders(c: Palette, look: Look, view: View): string {
  return view === 'down' && fallsBehind(look.hair) ? hairOf(c, look, view).behind : '';
}

function legsOf(c: Palette, look: Look, view: View, pose: Pose, stride: Stride): string {
  if (pose === 'sit' || pose === 'sofa') return '';
  return view === 'right' ? legsInProfile(c, look, stride) : legsFromTheFront(c, look, stride);
}

function facing(c: Palette, look: Look, view: View, pose: Pose, mood: Mood): string {
  const stride = STRIDES[pose] ?? STANDING;
  const neckY = NECK_Y + neckDrop(pose, stride);
  const atHead = (art: string) =>
    move(view === 'right' ? 0.6 : 0, neckY + HEAD_ABOVE_NECK, scale(HEAD_SCALE, art));
  const backHair = hairBehindShoulders(c, look, view);
  const upper =
    view === 'right'
      ? upperBodyInProfile(c, look, pose, stride)
      : upperBodyFromTheFront(c, look, view, pose, stride);
  return (
    legsOf(c, look, view, pose, stride) +
    (backHair === '' ? '' : atHead(backHair)) +
    move(0, neckY, upper) +
    atHead(head(c, look, view, { mood, withoutBackHair: backHair !== '' })) +
    (pose === 'sofa' ? legsOnSofa(c, look) : '')
  );
}

/** A whole person; the feet stand at (0, 0). */
export function person(c: Palette, look: Look, stance: Stance): string {
  const { view, pose = 'stand', mood = 'smile' } = stance;
  return view === 'left' ? mirror(facing(c, look, 'right', pose, mood)) : facing(c, look, view, pose, mood);
}

/** The shadow of somebody who stands at (0, 0). */
export const PERSON_SHADOW = ovalShadow(5, 0.6, 11.5, 4.6);
