'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Avatar } from '#components/ui/Avatar.tsx';
import { Checkbox } from '#components/ui/Checkbox.tsx';
import { RadioCards } from '#components/ui/RadioCards.tsx';
import { SegmentedChoice } from '#components/ui/SegmentedChoice.tsx';
import { Switch } from '#components/ui/Switch.tsx';
import { Specimen, Specimens } from './Specimens.tsx';
import { samplePeople } from './sampleData.ts';

/** What is chosen. */
export function ChoiceSpecimens() {
  return (
    <Specimens name="choices">
      <Specimen name="Checkbox" className="grid gap-1">
        <Checkboxes />
      </Specimen>
      <Specimen name="Switch">
        <SwitchSample />
      </Specimen>
      <Specimen name="RadioCards">
        <VisibilityCards />
      </Specimen>
      <Specimen name="RadioCards · picture">
        <PictureCards />
      </Specimen>
      <Specimen name="SegmentedChoice">
        <SegmentSample />
      </Specimen>
    </Specimens>
  );
}

function Checkboxes() {
  const t = useTranslations('gallery.words');
  const [isOn, setOn] = useState(true);
  return (
    <>
      <Checkbox label={t('sounds')} detail={t('soundsDetail')} isOn={isOn} onChange={setOn} />
      <Checkbox label={t('sounds')} isOn={!isOn} onChange={(next) => setOn(!next)} />
      <Checkbox label={t('agree')} isOn={false} onChange={() => undefined} error={t('agreeMissing')} />
      <Checkbox label={t('sounds')} isOn onChange={() => undefined} isDisabled />
    </>
  );
}

function SwitchSample() {
  const t = useTranslations('gallery.words');
  const [isOn, setOn] = useState(true);
  return <Switch label={t('sounds')} detail={t('soundsDetail')} isOn={isOn} onChange={setOn} />;
}

function VisibilityCards() {
  const t = useTranslations('gallery.words');
  const [value, setValue] = useState<'open' | 'closed' | 'secret'>('open');
  return (
    <RadioCards
      label={t('whoMayEnter')}
      columns={3}
      value={value}
      onChange={setValue}
      choices={[
        { value: 'open', label: t('everybody'), detail: t('everybodyDetail'), icon: 'globe' },
        { value: 'closed', label: t('invited'), detail: t('invitedDetail'), icon: 'mail' },
        { value: 'secret', label: t('withPassword'), icon: 'key', isDisabled: true },
      ]}
    />
  );
}

function PictureCards() {
  const t = useTranslations('gallery.words');
  const [value, setValue] = useState<string | null>(null);
  return (
    <RadioCards
      label={t('figure')}
      columns={4}
      value={value}
      onChange={setValue}
      error={value === null ? t('chooseOne') : null}
      choices={samplePeople.slice(0, 4).map(({ cast, name }) => ({
        value: cast,
        label: name,
        picture: <Avatar cast={cast} size={40} />,
      }))}
    />
  );
}

function SegmentSample() {
  const t = useTranslations('gallery.words');
  const [value, setValue] = useState<'list' | 'map'>('list');
  return (
    <SegmentedChoice
      label={t('view')}
      value={value}
      onChange={setValue}
      choices={[
        { value: 'list', label: t('asList'), icon: 'list' },
        { value: 'map', label: t('asMap'), icon: 'map' },
      ]}
    />
  );
}
