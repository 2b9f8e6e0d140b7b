'use client';

import { useRef } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useGalleryLook } from './GalleryLook.ts';
import { Specimens } from './Specimens.tsx';
import { type ColourGroup, type ColourToken, colourGroups } from './tokens.ts';
import { useContrast } from './useContrast.ts';

/** Least contrast of text (WCAG 2.2, 1.4.3). */
const enough = 4.5;

/** Every colour, what stands on it, and how well that can be read. */
export function ColourSpecimens() {
  const t = useTranslations('gallery.colours');
  return (
    <Specimens name="colours">
      {Object.entries(colourGroups).map(([group, tokens]) => (
        <div key={group}>
          <p className="mb-2 text-14 text-ink-soft">{t(group as ColourGroup)}</p>
          <ul className="grid grid-cols-2 gap-3 desk:grid-cols-4">
            {tokens.map((token) => (
              <Swatch key={token.name} token={token} />
            ))}
          </ul>
        </div>
      ))}
    </Specimens>
  );
}

function Swatch({ token }: { token: ColourToken }) {
  const { name, text, ground } = token;
  const isMeasured = text !== undefined || ground !== undefined;
  return (
    <li className="overflow-hidden rounded-md bg-raised shadow-1 inset-ring inset-ring-line">
      {isMeasured ? (
        <Measured ground={ground ?? name} text={text ?? name} />
      ) : (
        <div className="h-18" style={{ background: `var(--${name})` }} />
      )}
      <code dir="ltr" className="block px-3 py-2 font-mono text-12 wrap-anywhere">
        {name}
      </code>
    </li>
  );
}

function Measured({ ground, text }: { ground: string; text: string }) {
  const t = useTranslations('gallery');
  const format = useFormatter();
  const { colours } = useGalleryLook();
  const box = useRef<HTMLDivElement>(null);
  const contrast = useContrast(box, colours);
  const number = contrast === null ? '' : format.number(contrast, { maximumFractionDigits: 2 });
  return (
    <div
      ref={box}
      className="flex h-18 flex-col justify-end px-3 py-2"
      style={{ background: `var(--${ground})`, color: `var(--${text})` }}
    >
      <span className="text-13 font-medium" dir="ltr">
        {text}
      </span>
      <span className="min-h-4.5 text-12 tabular-nums">
        {contrast !== null && (contrast >= enough ? t('contrast', { number }) : t('contrastLow', { number }))}
      </span>
    </div>
  );
}
