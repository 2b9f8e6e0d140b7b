'use client';

import { useTranslations } from 'use-intl';
import { Notice } from '#components/ui/Notice.tsx';
import { RadioCards } from '#components/ui/RadioCards.tsx';
import type { Edit } from '#hooks/places/edit.ts';

interface ConflictNoticeProps<Values extends object> {
  edit: Edit<Values>;
  /** What each field is called. */
  labelOf: (field: keyof Values & string) => string;
  /** How a field's value is shown. */
  wordsOf: (field: keyof Values & string, values: Values) => string;
  onChoose: (over: Partial<Values>) => void;
}

/** Says that somebody else saved meanwhile, with both values of every field that both changed. Nothing is lost. */
export function ConflictNotice<Values extends object>(props: ConflictNoticeProps<Values>) {
  const { edit, labelOf, wordsOf, onChoose } = props;
  const t = useTranslations('spaceSettings');
  const { meeting, values } = edit;
  if (meeting === null) return null;
  const { mine, theirs, conflicts } = meeting;
  const shown = (field: keyof Values & string, of: Values) => wordsOf(field, of) || t('conflictEmpty');
  return (
    <Notice tone="lagoon" icon="people" title={t('conflictTitle')} isAnnounced>
      <p>{conflicts.length === 0 ? t('conflictMerged') : t('conflictChoose')}</p>
      {conflicts.length > 0 && (
        <div className="mt-4 grid gap-4">
          {conflicts.map((field) => (
            <RadioCards
              key={field}
              label={labelOf(field)}
              value={values[field] === theirs[field] ? 'theirs' : 'mine'}
              columns={2}
              choices={[
                { value: 'mine', label: t('conflictMine'), detail: shown(field, mine) },
                { value: 'theirs', label: t('conflictTheirs'), detail: shown(field, theirs) },
              ]}
              onChange={(whose) => onChoose(only(field, whose === 'mine' ? mine : theirs))}
            />
          ))}
        </div>
      )}
    </Notice>
  );
}

function only<Values extends object>(field: keyof Values, values: Values): Partial<Values> {
  const chosen: Partial<Values> = {};
  chosen[field] = values[field];
  return chosen;
}
