'use client';

import { type PointerEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';

/** How far the knob travels from the middle, in CSS px. */
const travelPx = 34;

interface JoystickProps {
  /** A vector from the middle, each part from -1 to 1, right and down positive; 0, 0 when let go. */
  onMove: (x: number, y: number) => void;
}

/** Walking with a thumb, on screens that are touched. */
export function Joystick({ onMove }: JoystickProps) {
  const t = useTranslations('space');
  const [knob, setKnob] = useState({ x: 0, y: 0 });
  const pointer = useRef<number | null>(null);

  function follow(event: PointerEvent<HTMLElement>): void {
    const box = event.currentTarget.getBoundingClientRect();
    const x = event.clientX - box.left - box.width / 2;
    const y = event.clientY - box.top - box.height / 2;
    const scale = travelPx / Math.max(travelPx, Math.hypot(x, y));
    setKnob({ x: x * scale, y: y * scale });
    onMove((x * scale) / travelPx, (y * scale) / travelPx);
  }

  function press(event: PointerEvent<HTMLElement>): void {
    pointer.current = event.pointerId;
    event.currentTarget.setPointerCapture(event.pointerId);
    follow(event);
  }

  function letGo(): void {
    pointer.current = null;
    setKnob({ x: 0, y: 0 });
    onMove(0, 0);
  }

  return (
    <button
      type="button"
      aria-label={t('joystick')}
      onPointerDown={press}
      onPointerMove={(event) => pointer.current === event.pointerId && follow(event)}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onContextMenu={(event) => event.preventDefault()}
      className="pointer-events-auto relative hidden size-26 touch-none rounded-full bg-raised/72 shadow-2 inset-ring-[1.5px] inset-ring-ink/14 select-none touch:block"
    >
      <svg
        viewBox="0 0 104 104"
        className="absolute inset-0 text-ink-soft"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        <path d="M48 14l4-4 4 4M48 90l4 4 4-4M14 48l-4 4 4 4M90 48l4 4-4 4" />
      </svg>
      <i
        className="absolute start-1/2 top-1/2 -ms-5.75 -mt-5.75 size-11.5 rounded-full bg-raised shadow-2"
        style={{ transform: `translate(${knob.x}px, ${knob.y}px)` }}
      />
    </button>
  );
}
