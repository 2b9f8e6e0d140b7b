import type { ReactNode } from 'react';

/** The line icons, drawn for Vicinity on a grid of 24 units with strokes of 1.75. */
export const iconPaths = {
  mic: (
    <>
      <rect x="9" y="3" width="6" height="11" rx="3" />
      <path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3M9 21h6" />
    </>
  ),
  micOff: (
    <path d="M9 8.5V6a3 3 0 0 1 5.7-1.3M15 9.5V11a3 3 0 0 1-4.6 2.5M5.5 11.5a6.5 6.5 0 0 0 10.2 5.3M18.5 11.5c0 .9-.2 1.8-.5 2.6M12 18v3M9 21h6M4 4l16 16" />
  ),
  cam: (
    <>
      <rect x="3" y="6.5" width="12" height="11" rx="3" />
      <path d="M15 11l4.4-2.7a.8.8 0 0 1 1.2.7v6a.8.8 0 0 1-1.2.7L15 13" />
    </>
  ),
  camOff: (
    <path d="M11 6.5h1a3 3 0 0 1 3 3v1.5l4.4-2.7a.8.8 0 0 1 1.2.7v6M15 15a3 3 0 0 1-3 2.5H6a3 3 0 0 1-3-3v-5A3 3 0 0 1 5.6 6.6M4 4l16 16" />
  ),
  people: (
    <>
      <circle cx="9" cy="8.5" r="3.5" />
      <path d="M2.8 19.5c.5-3.3 3-5.5 6.2-5.5s5.7 2.2 6.2 5.5M15.6 5.3a3.4 3.4 0 0 1 0 6.4M17.4 14.4c2 .8 3.4 2.6 3.8 5.1" />
    </>
  ),
  away: (
    <path d="M10 4H6.5A2.5 2.5 0 0 0 4 6.5v11A2.5 2.5 0 0 0 6.5 20H10M10 12h10M16.3 8.2L20 12l-3.7 3.8" />
  ),
  down: <path d="M7 10l5 5 5-5" />,
  close: <path d="M6.5 6.5l11 11M17.5 6.5l-11 11" />,
  check: <path d="M5.5 12.5l4.3 4.3 8.7-9.6" />,
  search: (
    <>
      <circle cx="11" cy="11" r="6" />
      <path d="M15.5 15.5L20 20" />
    </>
  ),
  arrow: <path d="M5 12h13.5M13 6.5l5.5 5.5-5.5 5.5" />,
  more: <path d="M6 12h.01M12 12h.01M18 12h.01" strokeWidth="2.6" />,
  link: (
    <path d="M10 13.5a4 4 0 0 0 5.7.2l2.6-2.6a4 4 0 0 0-5.7-5.7l-1.3 1.3M14 10.5a4 4 0 0 0-5.7-.2l-2.6 2.6a4 4 0 0 0 5.7 5.7l1.3-1.3" />
  ),
  speaker: <path d="M4 9.8v4.4h3.2L12 18V6L7.2 9.8zM15.5 9.5a3.6 3.6 0 0 1 0 5M18 7a7 7 0 0 1 0 10" />,
  sliders: (
    <>
      <path d="M4 8h8M16 8h4M4 16h3M11 16h9" />
      <circle cx="14" cy="8" r="2" />
      <circle cx="9" cy="16" r="2" />
    </>
  ),
  walk: (
    <>
      <circle cx="13" cy="5" r="1.8" />
      <path d="M9 21l2.3-5.5M8 12.5l1-3.5 3.5-1.2 1.7 4 3 1.2M11.3 15.5l-.6-3.7 1.8-4M11.3 15.5l3 2L15.5 21" />
    </>
  ),
  map: <path d="M9 5L3.5 7.5v12L9 17l6 2.5 5.5-2.5V5L15 7.5zM9 5v12M15 7.5v12" />,
  sun: (
    <>
      <circle cx="12" cy="12" r="4" />
      <path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6l1.4 1.4M17 17l1.4 1.4M18.4 5.6L17 7M7 17l-1.4 1.4" />
    </>
  ),
  moon: <path d="M19.5 14.6A7.8 7.8 0 0 1 9.4 4.5a7.8 7.8 0 1 0 10.1 10.1z" />,
  contrast: (
    <>
      <circle cx="12" cy="12" r="8" />
      <path d="M12 4a8 8 0 0 1 0 16z" fill="currentColor" stroke="none" />
    </>
  ),
  globe: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M3.8 12h16.4M12 3.5c2.3 2.5 3.4 5.3 3.4 8.5s-1.1 6-3.4 8.5c-2.3-2.5-3.4-5.3-3.4-8.5S9.7 6 12 3.5z" />
    </>
  ),
  keys: (
    <>
      <rect x="3" y="6.5" width="18" height="11.5" rx="2.5" />
      <path d="M7 10.5h.01M10.4 10.5h.01M13.7 10.5h.01M17 10.5h.01M8.5 14.3h7" />
    </>
  ),
  info: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 11v5M12 8h.01" />
    </>
  ),
  warning: (
    <path d="M12 9.5v4M12 16.5h.01M10.3 4.9L3.6 16.8A2 2 0 0 0 5.3 19.8h13.4a2 2 0 0 0 1.7-3L13.7 4.9a2 2 0 0 0-3.4 0z" />
  ),
  offline: (
    <path d="M4.5 10.5a11 11 0 0 1 4-2.4M19.5 10.5a11 11 0 0 0-5.7-2.9M7.8 14a6.3 6.3 0 0 1 3-1.6M16.2 14c-.4-.4-.9-.7-1.4-1M12 18h.01M4.5 4.5l15 15" />
  ),
  tab: (
    <>
      <rect x="3.5" y="8" width="12.5" height="12" rx="2.5" />
      <path d="M8 4h9.5A2.5 2.5 0 0 1 20 6.5V16" />
    </>
  ),
  refresh: <path d="M19 12a7 7 0 1 1-2.1-5M19 4.5V8h-3.5" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof iconPaths;
