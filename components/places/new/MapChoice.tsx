'use client';

import { useTranslations } from 'use-intl';
import { RadioCards } from '#components/ui/RadioCards.tsx';
import { mapName } from '#hooks/places/mapNames.ts';
import type { MapView } from '#lib/protocol/rest/spaces.ts';
import { MapPicture } from '../MapPicture.tsx';

interface MapChoiceProps {
  maps: readonly MapView[];
  value: string | null;
  onChange: (mapId: string) => void;
}

/** The maps to choose from, each with its picture. */
export function MapChoice({ maps, value, onChange }: MapChoiceProps) {
  const t = useTranslations();
  const names = useTranslations('mapNames');
  const choices = maps.map(({ id, widthTiles, heightTiles, seats }) => ({
    value: id,
    label: mapName(names, id),
    detail: names('facts', { width: widthTiles, height: heightTiles, seats }),
    picture: (
      <span className="block aspect-[2/1] w-full overflow-hidden rounded-sm bg-sunken">
        <MapPicture mapId={id} isFirst />
      </span>
    ),
  }));
  return (
    <RadioCards label={t('newSpace.map')} value={value} choices={choices} onChange={onChange} columns={2} />
  );
}
