'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from '#components/ui/Icon.tsx';
import { type LinkPreview, linksIn, previewOf, previewsMost } from '#lib/domain/chat/links.ts';

/** Where the links of a message lead, told from their addresses alone: nobody is asked for anything. */
export function LinkPreviews({ content }: { content: string }) {
  const previews = useMemo(
    () =>
      linksIn(content)
        .slice(0, previewsMost)
        .map(previewOf)
        .filter((preview) => preview !== null),
    [content],
  );
  if (previews.length === 0) return null;
  return (
    <ul className="mt-1.5 grid gap-1.5">
      {previews.map((preview) => (
        <li key={preview.href}>
          <Preview preview={preview} />
        </li>
      ))}
    </ul>
  );
}

function Preview({ preview }: { preview: LinkPreview }) {
  const t = useTranslations('chat');
  return (
    <a
      href={preview.href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="flex min-h-11 max-w-90 items-center gap-2.5 rounded-sm border-s-3 border-line bg-sunken/60 px-3 py-1.5 hover:bg-sunken"
    >
      <Icon name={preview.isSecure ? 'link' : 'unlock'} size={18} className="text-ink-soft" />
      <span className="min-w-0 text-13 leading-snug" dir="ltr">
        <b className="block truncate">{preview.host}</b>
        {preview.path !== '' && <span className="block truncate text-12 text-ink-soft">{preview.path}</span>}
      </span>
      {!preview.isSecure && <span className="sr-only">{t('message.notSecure')}</span>}
    </a>
  );
}
