'use client';

import { useTranslations } from 'use-intl';
import { Avatar } from '#components/ui/Avatar.tsx';
import { AvatarStack } from '#components/ui/AvatarStack.tsx';
import { Badge, type BadgeTone } from '#components/ui/Badge.tsx';
import { Bars } from '#components/ui/Bars.tsx';
import { Dot } from '#components/ui/Dot.tsx';
import { Portrait } from '#components/ui/Portrait.tsx';
import { Specimen, Specimens } from './Specimens.tsx';
import { samplePeople } from './sampleData.ts';

const badgeTones: readonly BadgeTone[] = ['plain', 'lagoon', 'good', 'bad', 'line'];
const rowClass = 'flex flex-wrap items-center gap-4';

/** Faces and what is said about people. */
export function PeopleSpecimens() {
  const t = useTranslations('gallery.words');
  return (
    <Specimens name="people">
      <Specimen name="Avatar · 24, 28, 32, 36, 40" className={rowClass}>
        <Avatar cast="mira" size={24} />
        <Avatar cast="jonas" size={28} presence="good" />
        <Avatar cast="amara" size={32} presence="away" />
        <Avatar cast="tomas" size={36} presence="bad" />
        <Avatar cast="yuki" size={40} />
      </Specimen>
      <Specimen name="AvatarStack" className={rowClass}>
        <AvatarStack people={samplePeople.slice(0, 2)} />
        <AvatarStack people={samplePeople} total={17} size={32} />
      </Specimen>
      <Specimen name="Badge" className={rowClass}>
        {badgeTones.map((tone) => (
          <Badge key={tone} tone={tone}>
            {t('moderator')}
          </Badge>
        ))}
        <Badge tone="lagoon" icon="shield">
          {t('moderator')}
        </Badge>
      </Specimen>
      <Specimen name="Dot, Bars" className={rowClass}>
        <Dot tone="good" />
        <Dot tone="away" />
        <Dot tone="bad" />
        <span className="inline-flex items-center gap-2 text-13 text-near-text">
          <Bars />
          {t('speaking')}
        </span>
      </Specimen>
      <Specimen name="Portrait" className="w-64">
        <Portrait cast="priya" label={t('portrait')} className="aspect-16/10 rounded-md" />
      </Specimen>
    </Specimens>
  );
}
