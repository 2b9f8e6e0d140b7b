/** The mark: two people and the bubble that forms between them. */
export function Mark({ size = 30 }: { size?: number }) {
  return (
    <svg
      className="block flex-none"
      width={size}
      height={size}
      viewBox="0 0 32 32"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d="M17.37 7.32A10 10 0 0 0 23.28 11.09A8.6 8.6 0 1 1 14.63 24.68A10 10 0 0 0 8.72 20.91A8.6 8.6 0 1 1 17.37 7.32Z"
        fill="var(--near)"
      />
      <circle cx="10.5" cy="12.5" r="4.1" fill="var(--mark-dot)" />
      <circle cx="21.5" cy="19.5" r="4.1" fill="var(--mark-dot)" />
    </svg>
  );
}
