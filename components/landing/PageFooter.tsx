interface PageFooterProps {
  text: string;
  navLabel: string;
  links: readonly { href: string; label: string }[];
}

/** Foot of the start page. */
export function PageFooter({ text, navLabel, links }: PageFooterProps) {
  return (
    <footer className="flex flex-col justify-between gap-1 border-t border-line pt-4 pb-9 text-13 text-ink-soft desk:flex-row desk:items-center">
      <p className="py-2">{text}</p>
      <nav aria-label={navLabel} className="flex gap-6">
        {links.map(({ href, label }) => (
          <a
            key={href}
            href={href}
            className="inline-flex min-h-11 items-center hover:text-ink hover:underline"
          >
            {label}
          </a>
        ))}
      </nav>
    </footer>
  );
}
