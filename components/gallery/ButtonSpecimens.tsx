'use client';

import { useTranslations } from 'use-intl';
import { Button, type ButtonTone } from '#components/ui/Button.tsx';
import { IconButton } from '#components/ui/IconButton.tsx';
import { MenuItem, MenuLine } from '#components/ui/Menu.tsx';
import { MenuButton } from '#components/ui/MenuButton.tsx';
import { Spinner } from '#components/ui/Spinner.tsx';
import { Specimen, Specimens } from './Specimens.tsx';
import { samplePeople } from './sampleData.ts';

const tones: readonly ButtonTone[] = ['primary', 'plain', 'line', 'ghost', 'away'];
const rowClass = 'flex flex-wrap items-center gap-3';
const nothing = () => undefined;

/** What is pressed. */
export function ButtonSpecimens() {
  const t = useTranslations('gallery.words');
  return (
    <Specimens name="buttons">
      {tones.map((tone) => (
        <Specimen key={tone} name={`Button · ${tone}`} className={rowClass}>
          <Button tone={tone} size="small">
            {t('save')}
          </Button>
          <Button tone={tone}>{t('save')}</Button>
          <Button tone={tone} size="large">
            {t('save')}
          </Button>
          <Button tone={tone} icon="check">
            {t('save')}
          </Button>
          <Button tone={tone} disabled>
            {t('save')}
          </Button>
          <Button tone={tone} disabled aria-busy>
            <Spinner size={18} label={null} />
            {t('saving')}
          </Button>
        </Specimen>
      ))}
      <Specimen name="IconButton · plain, soft, off, disabled" className={rowClass}>
        <IconButton icon="mic" label={t('microphone')} shortcut="M" />
        <IconButton icon="gear" label={t('settings')} tone="soft" />
        <IconButton icon="micOff" label={t('microphone')} tone="off" />
        <IconButton icon="cam" label={t('camera')} disabled />
      </Specimen>
      <Specimen name="MenuButton, Menu" className={rowClass}>
        <MenuButton about={samplePeople[0].name} align="start">
          <MenuItem icon="edit" onSelect={nothing}>
            {t('rename')}
          </MenuItem>
          <MenuItem icon="copy" onSelect={nothing} isDisabled>
            {t('copy')}
          </MenuItem>
          <MenuLine />
          <MenuItem icon="bin" tone="away" onSelect={nothing}>
            {t('remove')}
          </MenuItem>
        </MenuButton>
      </Specimen>
    </Specimens>
  );
}
