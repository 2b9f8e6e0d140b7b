import { type IconName, iconPaths } from './iconPaths.tsx';

export type { IconName } from './iconPaths.tsx';

interface IconProps {
  name: IconName;
  /** Side in px. */
  size?: number;
  className?: string;
}

/** A line icon in the colour of the text around it. It says nothing to screen readers: its button has the name. */
export function Icon({ name, size = 20, className = '' }: IconProps) {
  return (
    <svg
      className={`block flex-none ${className}`}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {iconPaths[name]}
    </svg>
  );
}
