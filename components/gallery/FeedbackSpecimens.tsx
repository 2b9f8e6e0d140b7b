'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { FormProblem } from '#components/ui/FormProblem.tsx';
import { Notice, type NoticeTone } from '#components/ui/Notice.tsx';
import { useToasts } from '#hooks/useToasts.ts';
import { RestError } from '#lib/client/rest/RestError.ts';
import { Specimen, Specimens } from './Specimens.tsx';
import { samplePeople } from './sampleData.ts';

const noticeTones: readonly NoticeTone[] = ['plain', 'lagoon', 'good', 'bad'];

/** What the page answers. */
export function FeedbackSpecimens() {
  const t = useTranslations('gallery.words');
  return (
    <Specimens name="feedback">
      <Specimen name="Notice" className="grid gap-3">
        {noticeTones.map((tone) => (
          <Notice key={tone} tone={tone} title={t('noticeTitle')}>
            {t('noticeText')}
          </Notice>
        ))}
        <Notice action={<Button size="small">{t('invite')}</Button>}>{t('noticeText')}</Notice>
      </Specimen>
      <Specimen name="FormProblem">
        <ProblemSample />
      </Specimen>
      <Specimen name="AppToasts">
        <ToastSample />
      </Specimen>
    </Specimens>
  );
}

function ProblemSample() {
  const t = useTranslations('gallery.words');
  const [error, setError] = useState<RestError | null>(null);
  const limited = () => new RestError('rate_limited', 429, '', { retryAfterS: 42 });
  return (
    <div className="grid gap-3">
      <FormProblem error={error} />
      <Button
        size="small"
        className="justify-self-start"
        onClick={() => setError(error === null ? limited() : null)}
      >
        {t('toggleError')}
      </Button>
    </div>
  );
}

function ToastSample() {
  const t = useTranslations('gallery.words');
  const toasts = useToasts();
  const [{ name, cast }] = samplePeople;
  return (
    <div className="flex flex-wrap gap-3">
      <Button onClick={() => toasts.show({ key: 'saved', title: t('saved'), detail: t('savedDetail') })}>
        {t('showNews')}
      </Button>
      <Button
        onClick={() =>
          toasts.show({
            key: 'removed',
            title: t('removedPerson', { name }),
            cast,
            action: { label: t('undo'), run: () => undefined },
          })
        }
      >
        {t('showUndo')}
      </Button>
      <Button onClick={() => toasts.show({ key: 'failed', title: t('failed'), tone: 'bad' })}>
        {t('showFault')}
      </Button>
    </div>
  );
}
