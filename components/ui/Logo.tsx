import Link from 'next/link';
import { Mark } from './Mark.tsx';

/** Mark and name, as a link to the start page. */
export function Logo({ name, label }: { name: string; label: string }) {
  return (
    <Link
      href="/"
      aria-label={label}
      className="inline-flex min-h-11 items-center gap-2 rounded-sm text-18 font-title tracking-title"
    >
      <Mark />
      <span>{name}</span>
    </Link>
  );
}
