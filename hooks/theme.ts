/** Colours of the interface: chosen, or as the system says. */
export const themes = ['system', 'light', 'dark'] as const;

export type Theme = (typeof themes)[number];

/** Cookie that keeps the choice, so that the server's first answer already has the right colours. */
export const themeCookie = 'vicinity-theme';

export function themeFrom(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? 'system';
}
