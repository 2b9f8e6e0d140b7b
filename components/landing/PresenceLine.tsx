import { Dot } from '#components/ui/Dot.tsx';

/** Who is in the space now, behind the sign of presence. */
export function PresenceLine({ text, isAnybodyHere }: { text: string; isAnybodyHere: boolean }) {
  return (
    <p className="flex min-h-6 items-center gap-2 text-14 text-ink-soft">
      <Dot tone={isAnybodyHere ? 'good' : 'away'} />
      <span>{text}</span>
    </p>
  );
}
