import Link from 'next/link';
import { buttonClass } from '#components/ui/Button.tsx';

interface ReturnLinksProps {
  doorPath: string;
  words: { enter: string; spaces: string };
}

/** In place of the name, for somebody who is signed in: the door knows them. */
export function ReturnLinks({ doorPath, words }: ReturnLinksProps) {
  return (
    <div className="mt-5 flex flex-col gap-2 desk:mt-6 desk:flex-row">
      <Link href="/spaces" className={buttonClass('primary', 'large')}>
        {words.spaces}
      </Link>
      <Link href={doorPath} className={buttonClass('line', 'large')}>
        {words.enter}
      </Link>
    </div>
  );
}
