import type { FieldNote } from './model/fieldNotes.ts';
import type { DocsWords } from './words.ts';

type Limits = Extract<FieldNote, { kind: 'length' | 'range' | 'items' }>;

/** What a field must be besides its type, in words. */
export function noteWords(t: DocsWords, note: FieldNote): string {
  switch (note.kind) {
    case 'length':
    case 'range':
    case 'items':
      return limitWords(t, note);
    case 'default':
      return t('notes.default', { value: note.value });
    case 'known':
      return t(`notes.${note.pattern}`);
    case 'pattern':
      return t('notes.pattern', { pattern: note.pattern });
    case 'open':
      return t('notes.open');
    case 'variant':
      return t('notes.variant', { number: note.number, count: note.count });
  }
}

function limitWords(t: DocsWords, { kind, min, max }: Limits): string {
  if (min !== null && max !== null) return t(`notes.${kind}Between`, { min, max });
  if (min !== null) return t(`notes.${kind}Min`, { min });
  return max === null ? '' : t(`notes.${kind}Max`, { max });
}
