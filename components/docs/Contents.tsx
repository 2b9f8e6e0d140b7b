export interface ContentsGroup {
  readonly title: string;
  readonly entries: readonly {
    /** `#anchor`, or an address with one. */
    readonly href: string;
    readonly label: string;
    readonly isCode: boolean;
  }[];
}

interface ContentsProps {
  label: string;
  groups: readonly ContentsGroup[];
}

/** What stands on the page: beside it on a wide screen, folded above it on a phone. Links only, no script. */
export function Contents({ label, groups }: ContentsProps) {
  return (
    <>
      <details className="rounded-md bg-raised shadow-1 inset-ring inset-ring-line desk:hidden">
        <summary className="flex min-h-11 cursor-pointer items-center rounded-md px-4 font-strong">
          {label}
        </summary>
        <nav aria-label={label} className="px-4 pb-4">
          <Groups groups={groups} />
        </nav>
      </details>
      <nav
        aria-label={label}
        className="-ms-2 hidden max-h-[calc(100dvh-48px)] overflow-y-auto pb-6 desk:block"
      >
        <Groups groups={groups} />
      </nav>
    </>
  );
}

function Groups({ groups }: Pick<ContentsProps, 'groups'>) {
  return groups.map(({ title, entries }) => (
    <div key={title} className="pt-4 first:pt-0">
      <p className="px-2 pb-1 text-12 font-strong text-ink-soft">{title}</p>
      <ul>
        {entries.map(({ href, label, isCode }) => (
          <li key={href}>
            <a
              href={href}
              dir={isCode ? 'ltr' : undefined}
              className="block rounded-sm px-2 py-1 text-13 wrap-anywhere hover:bg-sunken touch:py-3"
            >
              {isCode ? <code className="font-mono text-12">{label}</code> : label}
            </a>
          </li>
        ))}
      </ul>
    </div>
  ));
}
