import type { Palette, Tones } from '../palette.ts';
import { line, rect, shape } from '../svg.ts';
import { frontDetails, STRIPES } from './clothes-front.ts';
import type { Look, View } from './look.ts';

const NECK_Y = 0;

interface Figure {
  readonly shoulder: number;
  readonly hip: number;
  readonly hem: number;
}

function figure(look: Look, view: View): Figure {
  const profile = view === 'right';
  const coat = look.wear === 'blazer' || look.wear === 'cardigan';
  const hem = look.wear === 'dress' ? 25 : coat ? 20.4 : 19;
  return { shoulder: profile ? 6.3 : 8.2, hip: profile ? 5.5 : 7, hem };
}

function shoulders({ shoulder }: Figure): string {
  const inner = shoulder - 4;
  return `M${-shoulder} 4Q${-shoulder} ${NECK_Y} ${-inner} ${NECK_Y}H${inner}Q${shoulder} ${NECK_Y} ${shoulder} 4`;
}

function dressBody(fig: Figure, cloth: Tones): string {
  const { shoulder, hip, hem } = fig;
  const waist = hip - 0.6;
  const wide = hip + 2.6;
  const outline = `${shoulders(fig)}L${waist} 13L${wide} ${hem}Q0 ${hem + 2} ${-wide} ${hem}L${-waist} 13Z`;
  const shade = `M${shoulder} 4Q${shoulder} 1 ${shoulder - 3} .2L${shoulder - 4.6} 13L${hip - 1.6} ${hem + 1}Q${hip + 1} ${hem + 0.6} ${wide} ${hem}L${waist} 13Z`;
  return shape(outline, cloth.base) + shape(shade, cloth.shade);
}

function topBody(fig: Figure, cloth: Tones): string {
  const { shoulder, hip, hem } = fig;
  const outline = `${shoulders(fig)}L${hip} ${hem - 1}Q${hip} ${hem} ${hip - 1} ${hem}H${1 - hip}Q${-hip} ${hem} ${-hip} ${hem - 1}Z`;
  // A soft shade on the side away from the light gives the body its form.
  const shade = `M${shoulder - 3} .2Q${shoulder} .6 ${shoulder} 4L${hip} ${hem - 1}Q${hip} ${hem} ${hip - 1} ${hem}H${hip - 3.2}Q${shoulder - 3.4} 10 ${shoulder - 3} .2Z`;
  return shape(outline, cloth.base) + shape(shade, cloth.shade);
}

function profileDetails(c: Palette, look: Look): string {
  const top = c.cloths[look.top];
  const under = c.cloths[look.under].base;
  const hem = rect(-5.4, 16.6, 10.8, 2.4, top.shade, 1);
  switch (look.wear) {
    case 'stripes':
      return line('M-6 5.6H6M-5.9 9.4H5.9M-5.8 13.2H5.8M-5.6 17H5.6', under, 1.5, { opacity: 0.92 });
    case 'hoodie':
      return shape('M-5.4 -.6Q-7.6 1 -6.6 4Q-2 6 2 1Q0 -2 -5.4 -.6Z', top.shade);
    case 'sweater':
      return hem + rect(-2.6, -0.8, 6, 2.4, top.shade, 1.2);
    case 'turtleneck':
      return hem + rect(-2.6, -3.2, 6, 4.8, top.light, 2);
    case 'blazer':
    case 'cardigan':
      return shape('M3 0Q5.6 8 4.6 14L6 12V2Z', under) + line('M3 0Q5 8 4 20', top.shade, 1.1);
    case 'shirt':
      return shape('M1 -.6L5 0L4 3.8L1.6 2.6Z', top.light);
    case 'overalls':
      return rect(-5.6, 9, 11.2, 10, under, 2) + rect(0, 0.4, 2, 9, under, 1);
    case 'vest':
      return shape('M-3 0H2.6L2 19H-3Z', under, { opacity: 0.9 });
    case 'tee':
    case 'dress':
      return '';
  }
}

function backDetails(c: Palette, look: Look): string {
  const top = c.cloths[look.top];
  const under = c.cloths[look.under];
  switch (look.wear) {
    case 'stripes':
      return line(STRIPES, under.base, 1.5, { opacity: 0.92 });
    case 'hoodie':
      return shape('M-5.8 -.6Q-6 6.4 0 7Q6 6.4 5.8 -.6Q0 -2.4 -5.8 -.6Z', top.shade);
    case 'overalls':
      return (
        rect(-5, 9, 10, 10, under.base, 2) +
        line('M-4 .6L3.4 10M4 .6L-3.4 10', under.base, 2) +
        rect(-7, 14, 14, 5, under.base, 1)
      );
    case 'sweater':
      return rect(-7, 16.6, 14, 2.4, top.shade, 1);
    case 'blazer':
      return line('M0 12V20', top.shade, 0.9);
    case 'turtleneck':
      return rect(-3.4, -3, 6.8, 4, top.light, 2);
    case 'vest':
      return (
        shape('M-8.2 4Q-8.2 0 -5.2 0L-4.4 8L-5 19H-7Z', under.base) +
        shape('M8.2 4Q8.2 0 5.2 0L4.4 8L5 19H7Z', under.shade)
      );
    case 'tee':
    case 'shirt':
    case 'dress':
    case 'cardigan':
      return '';
  }
}

function sash(c: Palette, look: Look, view: View): string {
  if (look.sash === null) return '';
  const cloth = c.cloths[look.sash];
  switch (view) {
    case 'down':
      return (
        shape('M-7.4 .6L-3.6 0L7.2 14.4L6.9 18.6Z', cloth.base) +
        shape('M-7.4 .6L-6 .3L7.05 16.6L6.9 18.6Z', cloth.shade)
      );
    case 'right':
      return shape('M-2 0L2.4 0L5.7 14L5.5 18.4Z', cloth.base);
    case 'up':
      return shape('M7.4 .6L3.6 0L-7.2 14.4L-6.9 18.6Z', cloth.base);
  }
}

/** A body from neck to hips. Local: the neck at y 0, the hips at y 19. */
export function torso(c: Palette, look: Look, view: View): string {
  const cloth = c.cloths[look.top];
  const fig = figure(look, view);
  const body = look.wear === 'dress' ? dressBody(fig, cloth) : topBody(fig, cloth);
  const details = { down: frontDetails, right: profileDetails, up: backDetails }[view](c, look);
  return body + details + sash(c, look, view);
}
