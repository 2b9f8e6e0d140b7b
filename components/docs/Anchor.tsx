import { Icon } from '#components/ui/Icon.tsx';
import type { DocsWords } from './words.ts';

/** The link to a heading, to send it to somebody. */
export function Anchor({ t, to, what }: { t: DocsWords; to: string; what: string }) {
  return (
    <a
      href={`#${to}`}
      aria-label={t('linkTo', { what })}
      className="inline-grid size-8 flex-none place-items-center rounded-sm text-ink-soft hover:bg-sunken hover:text-ink touch:size-11"
    >
      <Icon name="link" size={17} />
    </a>
  );
}
