'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { Icon } from '#components/ui/Icon.tsx';

/** In place of the map, when it cannot be drawn or was not loaded. Walking and talking go on without it. */
export function MapNotice({ kind }: { kind: 'unavailable' | 'not_loaded' }) {
  const t = useTranslations();
  const isMissing = kind === 'not_loaded';
  return (
    <div className="absolute inset-0 grid place-content-center justify-items-center gap-3 bg-paper px-8 text-center">
      <Icon name="map" size={40} className="text-ink-soft" />
      <h2 className="text-22 font-title tracking-title">
        {isMissing ? t('space.mapMissing') : t('space.renderer')}
      </h2>
      <p className="max-w-[36em] text-14 text-pretty text-ink-soft">
        {isMissing ? t('space.mapMissingDetail') : t('space.rendererDetail')}
      </p>
      {isMissing && (
        <Button icon="refresh" onClick={() => window.location.reload()}>
          {t('connection.reload')}
        </Button>
      )}
    </div>
  );
}
