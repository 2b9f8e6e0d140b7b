import type { useTranslations } from 'use-intl';

/** The texts of the reference. Its pages are made on the server, so the translator is handed down. */
export type DocsWords = ReturnType<typeof useTranslations<'docs'>>;
