'use client';

import { useTranslations } from 'use-intl';
import { Avatar } from '#components/ui/Avatar.tsx';
import { cx } from '#components/ui/cx.ts';
import type { Suggestion } from './useSuggestions.ts';

interface SuggestionsProps {
  id: string;
  suggestions: readonly Suggestion[];
  active: number;
  onHover: (index: number) => void;
  onPick: (suggestion: Suggestion) => void;
}

/** Names or emoji for the word that is being written. The field keeps the focus (combobox with a listbox). */
export function Suggestions({ id, suggestions, active, onHover, onPick }: SuggestionsProps) {
  const t = useTranslations('chat.composer');
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t('suggestions')}
      className="absolute inset-x-0 bottom-full z-20 mb-2 max-h-64 animate-rise overflow-y-auto rounded-md bg-raised p-1.5 shadow-3"
    >
      {suggestions.map((suggestion, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys of the list
        <div
          key={suggestion.key}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          tabIndex={-1}
          onPointerMove={() => onHover(index)}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPick(suggestion)}
          className={cx(
            'flex min-h-11 cursor-pointer items-center gap-3 rounded-sm px-3 text-14',
            index === active && 'bg-sunken forced-colors:outline-2',
          )}
        >
          {suggestion.cast === null ? (
            <span aria-hidden="true" className="w-7 text-center text-18">
              {suggestion.sign}
            </span>
          ) : (
            <Avatar cast={suggestion.cast} size={28} />
          )}
          <bdi className="truncate">{suggestion.label}</bdi>
        </div>
      ))}
    </div>
  );
}
