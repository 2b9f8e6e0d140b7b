import type { Metadata } from 'next';
import { PageShell } from '#components/chrome/PageShell.tsx';
import { Contents, type ContentsGroup } from '#components/docs/Contents.tsx';
import { Gallery } from '#components/gallery/Gallery.tsx';
import { GalleryFrame } from '#components/gallery/GalleryFrame.tsx';
import { families, foundations, type SectionName } from '#components/gallery/sections.ts';
import { titleOf } from '../_server/metadata.ts';
import { pageContext, translator } from '../_server/page.ts';
import { Words } from '../_server/Words.tsx';

export const generateMetadata = (): Promise<Metadata> => titleOf('gallery');

export default async function GalleryPage() {
  const context = await pageContext();
  const t = translator(context, 'gallery');
  const entriesOf = (names: readonly SectionName[]): ContentsGroup['entries'] =>
    names.map((name) => ({ href: `#${name}`, label: t(`sections.${name}`), isCode: false }));
  return (
    <Words of="gallery">
      <PageShell>
        <h1 className="text-32 leading-tight font-title tracking-display text-balance desk:text-40">
          {t('title')}
        </h1>
        <p className="mt-3 max-w-[42em] text-16 text-pretty text-ink-soft">{t('lead')}</p>
        <div className="mt-8 grid items-start gap-6 desk:grid-cols-[220px_minmax(0,1fr)] desk:gap-12">
          <div className="min-w-0 desk:sticky desk:top-6">
            <Contents
              label={t('contents')}
              groups={[
                { title: t('foundations'), entries: entriesOf(foundations) },
                { title: t('components'), entries: entriesOf(families) },
              ]}
            />
          </div>
          <div className="min-w-0">
            <GalleryFrame locale={context.locale}>
              <Gallery />
            </GalleryFrame>
          </div>
        </div>
      </PageShell>
    </Words>
  );
}
